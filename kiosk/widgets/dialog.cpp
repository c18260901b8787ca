// SPDX-License-Identifier: Apache-2.0
#include "kiosk/widgets/dialog.h"

#include <utility>

#include "kiosk/widgets/fit.h"

namespace linli::kiosk {

namespace {

constexpr float padding_x = 56, padding_y = 64, ring_size = 320, ring_stroke = 20, button_gap = 30;

struct Parts {
    float title = 0, text = 0, buttons = 0, foot = 0;
    float head() const { return title + text; }
};

float button_height(const Canvas& canvas, const DialogButton& button) {
    return canvas.length(button.kind == ButtonKind::primary ? "button_big" : "button");
}

const TextStyle title_style{
    .role = TextRole::title, .weight = Weight::bold, .align = Align::centre, .heard = Heard::first};
const TextStyle text_style{.role = TextRole::list, .align = Align::centre, .heard = Heard::first};
const TextStyle foot_style{.role = TextRole::body, .tint = Role::text_muted, .align = Align::centre};

Parts parts_of(const Canvas& canvas, const Dialog& dialog, const TextStyle& title, float width) {
    Parts parts;
    parts.title = canvas.measure(dialog.title, title, width).height;
    if (!dialog.text.empty()) parts.text = canvas.measure(dialog.text, text_style, width).height + 32;
    for (const DialogButton& button : dialog.buttons) parts.buttons += button_height(canvas, button) + button_gap;
    parts.buttons += 44 - button_gap;
    if (!dialog.foot.empty()) parts.foot = canvas.measure(dialog.foot, foot_style, width).height + 32;
    return parts;
}

void draw_ring(Ui& ui, const Rect& box, int seconds_left, int seconds_all) {
    Canvas& canvas = ui.canvas();
    const Rect square = box.middle({ring_size, ring_size});
    canvas.ring(square.centre(), ring_size / 2 - 4, ring_stroke, Role::surface_sunk);
    canvas.arc(square.centre(), ring_size / 2 - 4, ring_stroke,
               static_cast<float>(seconds_left) / static_cast<float>(std::max(seconds_all, 1)), Role::brand_warm);
    canvas.text({square.x, square.y + 52, square.width, 173}, std::to_string(seconds_left),
                {.role = TextRole::countdown, .weight = Weight::bold, .align = Align::centre});
    canvas.text({square.x, square.y + 218, square.width, canvas.line(TextRole::body)}, ui.t("dialog.seconds"),
                {.role = TextRole::body, .tint = Role::text_muted, .align = Align::centre});
}

std::optional<int> draw_buttons(Ui& ui, Rect box, const Dialog& dialog) {
    std::optional<int> tapped;
    for (std::size_t i = 0; i < dialog.buttons.size(); ++i) {
        const DialogButton& one = dialog.buttons[i];
        const bool primary = one.kind == ButtonKind::primary;
        if (button(ui, {.id = one.id,
                        .rect = box.cut_top(button_height(ui.canvas(), one), button_gap),
                        .label = one.label,
                        .icon = one.icon,
                        .kind = one.kind,
                        .role = primary ? TextRole::heading : TextRole::list}))
            tapped = static_cast<int>(i);
    }
    return tapped;
}

// Where the panel stands: in the middle, or in low mode so far down that its buttons begin below the middle.
Rect panel_rect(Ui& ui, Size size, float above_buttons) {
    const Size space = ui.canvas().space();
    Rect panel = Rect{0, 0, space.width, space.height}.middle(size);
    if (ui.modes().low()) panel.y = std::max(panel.y, ui.canvas().record().low_limit + 8 - above_buttons);
    panel.y = std::min(panel.y, space.height - panel.height - 8);
    return panel;
}

}  // namespace

std::optional<int> dialog(Ui& ui, const Dialog& dialog) {
    Canvas& canvas = ui.canvas();
    const bool beside = ui.modes().landscape() && dialog.seconds_left.has_value();
    const float ring_above = dialog.seconds_left && !beside ? ring_size + 36 : 0;
    const float width = (beside ? 1152.F : 936.F) - 2 * padding_x;
    const float ring_column = beside ? ring_size + 64 : 0;
    TextStyle title = fitted(canvas, dialog.title, title_style, {width, 400}, TextRole::heading, 1);
    Parts parts = parts_of(canvas, dialog, title, width);
    const float padding = ui.modes().landscape() ? 40 : padding_y;
    const float above_buttons = padding + parts.head() + ring_above + 44;
    Size size{width + 2 * padding_x + ring_column,
              2 * padding + parts.head() + ring_above + parts.buttons + parts.foot};
    const bool with_foot = parts.foot > 0 && size.height <= canvas.space().height - 32;
    if (!with_foot) size.height -= std::exchange(parts.foot, 0.F);
    const Rect panel = panel_rect(ui, size, above_buttons);
    canvas.scrim(panel);
    canvas.panel(panel, Role::surface, Role::outline, canvas.length("stroke.line"), canvas.length("radius.dialog"));
    Rect inner = panel.inset(padding_x, padding);
    if (beside) draw_ring(ui, inner.cut_left(ring_size, 64), *dialog.seconds_left, dialog.seconds_all);
    canvas.text(inner.cut_top(parts.title), dialog.title, title);
    if (ring_above > 0) {
        inner.cut_top(36);
        draw_ring(ui, inner.cut_top(ring_size), *dialog.seconds_left, dialog.seconds_all);
    }
    if (!dialog.text.empty()) {
        inner.cut_top(32);
        canvas.text(inner.cut_top(parts.text - 32), dialog.text, text_style);
    }
    if (with_foot) canvas.text(inner.cut_bottom(parts.foot - 32), dialog.foot, foot_style);
    inner.cut_top(44);
    return draw_buttons(ui, inner, dialog);
}

}  // namespace linli::kiosk
