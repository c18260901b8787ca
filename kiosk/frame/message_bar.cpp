// SPDX-License-Identifier: Apache-2.0
#include "kiosk/frame/message_bar.h"

#include "kiosk/draw/house_mark.h"
#include "kiosk/frame/bars.h"
#include "kiosk/widgets/fit.h"

namespace linli::kiosk {
namespace {

constexpr float gap = 24, icon = 52, mark_width = 76, mark_height = 72;
constexpr float air = 8;  // above and below the letters together
constexpr int lines_max = 3;

TextStyle message_style() { return {.role = TextRole::list, .stand = Stand::middle, .line_height = 1.15F}; }

TextStyle name_style() {
    return {.role = TextRole::list, .weight = Weight::bold, .stand = Stand::middle, .line_height = 1.2F};
}

TextStyle clock_style() {
    return {.role = TextRole::sub,
            .weight = Weight::bold,
            .align = Align::right,
            .stand = Stand::middle,
            .line_height = 1.2F};
}

// The largest letters with which the message fits the room; nothing where even the least do not.
std::optional<TextStyle> style_in(const Canvas& canvas, const std::string& message, Size room, TextRole least) {
    if (room.width <= 0) return {};
    const TextStyle style = fitted(canvas, message, message_style(), room, least, lines_max);
    if (fits(canvas, message, style, room)) return style;
    return {};
}

void draw_mark(Canvas& canvas, Rect& row) {
    const Rect place = row.cut_left(mark_width, gap).middle({mark_width, mark_height});
    const bool contrast = canvas.contrast() != Contrast::normal;
    house_mark(canvas, {place.x, place.y},
               {.large = Role::accent, .small = contrast ? Role::text : Role::brand_warm, .doors = Role::accent_soft});
}

// Lines of about the same length: a last word alone on its line looks like a fault.
float even_width(const Canvas& canvas, const std::string& message, const TextStyle& style, float width) {
    constexpr float step = 8;
    const float height = canvas.measure(message, style, width).height;
    if (height <= canvas.line(style) + 1) return width;
    while (width > step) {
        const Size size = canvas.measure(message, style, width - step);
        if (size.height > height + 1 || size.width > width - step + 1) break;
        width -= step;
    }
    return width;
}

void draw_message(Canvas& canvas, Rect row, const std::string& message, const TextStyle& style) {
    canvas.icon(row.cut_left(canvas.icon_em(icon), gap), "campaign", Role::accent);
    row.width = even_width(canvas, message, style, row.width);
    canvas.text(row, message, style);
}

}  // namespace

std::string message_words(const Ui& ui) { return ui.status().message ? ui.in(*ui.status().message) : std::string(); }

void message_bar(Ui& ui, const std::string& message) {
    Canvas& canvas = ui.canvas();
    const float height = top_bar_height(ui), margin = canvas.length("margin");
    canvas.fill({0, 0, canvas.space().width, height}, Role::accent_soft);
    const float line = canvas.contrast() == Contrast::normal ? 2.F : 4.F;
    canvas.fill({0, height - line, canvas.space().width, line}, Role::accent);

    Rect row{margin, 0, canvas.space().width - 2 * margin, height - line};
    const std::string clock = ui.clock_text(ui.now_ms());
    const std::string& name = ui.in(ui.content().hall_short_name);
    const float clock_width = canvas.measure(clock, clock_style()).width + 2;
    const float name_width = canvas.measure(name, name_style()).width + 2;
    const float beside_clock = row.width - mark_width - canvas.icon_em(icon) - clock_width - 3 * gap;
    const Size with_name{beside_clock - name_width - 2 * gap, row.height - air};
    const auto style_beside_name =
        ui.modes().landscape() ? style_in(canvas, message, with_name, TextRole::body) : std::nullopt;
    const auto style_beside_clock = style_in(canvas, message, {beside_clock, row.height - air}, TextRole::small);
    if (!style_beside_name && !style_beside_clock) {
        row = row.inset(gap - margin, 0);
        const Size room{row.width - canvas.icon_em(icon) - gap, row.height};
        return draw_message(canvas, row, message,
                            fitted(canvas, message, message_style(), room, TextRole::caption, lines_max));
    }
    draw_mark(canvas, row);
    canvas.text(row.cut_right(clock_width, gap), clock, clock_style());
    if (style_beside_name) canvas.text(row.cut_left(name_width, 2 * gap), name, name_style());
    draw_message(canvas, row, message, style_beside_name ? *style_beside_name : *style_beside_clock);
}

}  // namespace linli::kiosk
