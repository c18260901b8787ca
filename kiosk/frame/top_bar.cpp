// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/house_mark.h"
#include "kiosk/frame/bars.h"
#include "kiosk/frame/message_bar.h"
#include "kiosk/widgets/fit.h"

namespace linli::kiosk {

float top_bar_height(const Ui& ui) {
    return ui.theme().length(ui.modes().landscape() ? "top_bar_landscape" : "top_bar");
}

void mark(Canvas& canvas, Point at) {
    const bool contrast = canvas.contrast() != Contrast::normal;
    house_mark(canvas, at,
               {.large = Role::accent, .small = contrast ? Role::text : Role::brand_warm, .doors = Role::background});
}

void top_bar(Ui& ui) {
    if (const std::string message = message_words(ui); !message.empty()) return message_bar(ui, message);
    Canvas& canvas = ui.canvas();
    const float height = top_bar_height(ui), margin = canvas.length("margin");
    const float right = canvas.space().width - margin;
    mark(canvas, {margin, (height - 72) / 2});

    const TextStyle clock_style{.role = TextRole::sub,
                                .weight = Weight::bold,
                                .align = Align::right,
                                .stand = Stand::middle,
                                .line_height = 1.2F};
    const std::string clock = ui.clock_text(ui.now_ms());
    const float clock_width = canvas.measure(clock, clock_style).width + 2;
    canvas.text({right - clock_width, 0, clock_width, height}, clock, clock_style);

    float free_right = right - clock_width - 24;
    TextStyle name_style{.role = TextRole::list, .weight = Weight::bold, .stand = Stand::middle, .line_height = 1.2F};
    const float name_x = margin + 96;
    std::string name = ui.in(ui.modes().larger() ? ui.content().hall_short_name : ui.content().hall_name);
    if (!ui.modes().larger()) {
        // On the clock's baseline: a smaller em stands 0.436 of the difference lower.
        const float drop = 0.436F * (canvas.em(TextRole::sub) - canvas.em(TextRole::small));
        const TextStyle date_style{.role = TextRole::small,
                                   .tint = Role::text_muted,
                                   .align = Align::right,
                                   .stand = Stand::middle,
                                   .line_height = 1.2F};
        const std::string date = ui.date_text(ui.now_ms());
        const float width = canvas.measure(date, date_style).width + 2;
        if (name_x + canvas.measure(name, name_style).width + 24 <= free_right - width) {
            canvas.text({free_right - width, drop, width, height}, date, date_style);
            free_right -= width + 24;
        }
    }
    const Rect box{name_x, 0, free_right - name_x, height};
    if (!fits(canvas, name, name_style, {box.width, canvas.line(name_style) + 1}))
        name = ui.in(ui.content().hall_short_name);
    canvas.text(box, name, fitted(canvas, name, name_style, {box.width, box.height}, TextRole::caption, 1));
}

}  // namespace linli::kiosk
