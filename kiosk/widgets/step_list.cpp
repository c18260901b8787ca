// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "kiosk/widgets/marks.h"

namespace linli::kiosk {

namespace {

constexpr TextStyle title_style{.role = TextRole::list, .weight = Weight::bold, .line_height = 1.3F};
constexpr TextStyle text_style{.role = TextRole::body, .tint = Role::text_muted, .line_height = 1.3F};
constexpr float disc = 64, gap_beside = 24, gap_below = 32;

float step_height(const Canvas& canvas, const Step& step, float width) {
    const float text_width = width - disc - gap_beside;
    float height = canvas.measure(step.title, title_style, text_width).height;
    if (!step.text.empty()) height += canvas.measure(step.text, text_style, text_width).height;
    return std::max(height, disc);
}

}  // namespace

float steps_height(Ui& ui, std::span<const Step> steps, float width) {
    float height = 0;
    for (const Step& step : steps) height += step_height(ui.canvas(), step, width) + gap_below;
    return std::max(height - gap_below, 0.F);
}

float step_list(Ui& ui, const Rect& rect, std::span<const Step> steps) {
    Canvas& canvas = ui.canvas();
    Rect left = rect;
    int number = 1;
    for (const Step& step : steps) {
        Rect box = left.cut_top(step_height(canvas, step, rect.width), gap_below);
        const Rect mark = box.cut_left(disc, gap_beside);
        const Rect square{mark.x, mark.y, disc, disc};
        canvas.disc(square.centre(), disc / 2, Role::accent_soft);
        canvas.text(square, std::to_string(number++),
                    {.role = TextRole::body,
                     .tint = Role::accent,
                     .weight = Weight::bold,
                     .align = Align::centre,
                     .stand = Stand::middle,
                     .line_height = 1});
        canvas.text(box.cut_top(canvas.measure(step.title, title_style, box.width).height), step.title, title_style);
        if (!step.text.empty()) canvas.text(box, step.text, text_style);
    }
    return steps_height(ui, steps, rect.width);
}

}  // namespace linli::kiosk
