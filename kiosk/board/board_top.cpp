// SPDX-License-Identifier: Apache-2.0
#include "kiosk/board/board_scene.h"
#include "kiosk/draw/house_mark.h"

namespace linli::kiosk {

namespace {

constexpr float mark_width = 76, mark_height = 72, mark_gap = 24;

TextStyle name_style(TextRole role, Tint tint, Weight weight) {
    return {.role = role, .tint = tint, .weight = weight, .stand = Stand::middle, .line_height = 1.2F};
}

/// The clock, or since when it stands; gives the width it takes.
float draw_clock(Canvas& canvas, const BoardScene& scene, const Rect& row) {
    TextStyle style{.role = TextRole::board_code,
                    .tint = Role::board_text,
                    .weight = Weight::bold,
                    .align = Align::right,
                    .stand = Stand::middle,
                    .line_height = 1.2F};
    if (!scene.stale()) {
        const std::string time = BoardWords::clock(scene.now.minute_of_day);
        const float width = canvas.measure(time, style).width + 2;
        canvas.text({row.right() - width, row.y, width, row.height}, time, style);
        return width;
    }
    style.role = TextRole::list;
    style.weight = Weight::regular;
    style.tint = Role::board_warning;
    const std::string stopped =
        scene.words.t("board.stopped", {{"time", BoardWords::clock(scene.stopped->minute_of_day)}});
    const float width = canvas.measure(stopped, style).width + 2;
    constexpr float icon = 44, gap = 16;
    canvas.text({row.right() - width, row.y, width, row.height}, stopped, style);
    canvas.icon({row.right() - width - gap - icon, row.y + (row.height - icon) / 2, icon, icon}, "schedule",
                Role::board_warning);
    return width + gap + icon;
}

void draw_name(Canvas& canvas, const BoardScene& scene, const Rect& box) {
    TextStyle style = name_style(TextRole::sub, Role::board_text, Weight::bold);
    std::string name = scene.words.in(scene.content.hall_name);
    style = board_fitted(canvas, name, style, {box.width, box.height},
                         {TextRole::sub, TextRole::board_text, TextRole::list, TextRole::body});
    if (!board_fits(canvas, name, style, {box.width, box.height})) {
        name = scene.words.in(scene.content.hall_short_name);
        style = board_fitted(canvas, name, style, {box.width, box.height},
                             {TextRole::sub, TextRole::list, TextRole::body, TextRole::small});
    }
    canvas.text(box, name, style);
}

}  // namespace

void draw_board_top(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas) {
    Rect row = areas.top;
    house_mark(canvas, {row.x, row.y + (row.height - mark_height) / 2},
               {.large = Role::board_house, .small = Role::brand_warm, .doors = Role::board_background});
    row.cut_left(mark_width, mark_gap);
    row.cut_right(draw_clock(canvas, scene, row), 32);
    const std::string date = scene.words.date(scene.now);
    TextStyle date_style = name_style(TextRole::list, Role::board_text_muted, Weight::regular);
    if (areas.landscape) {
        if (!scene.stale()) {
            date_style.align = Align::right;
            const float width = canvas.measure(date, date_style).width + 2;
            canvas.text(row.cut_right(width, 32), date, date_style);
        }
        const std::string english = scene.words.small(scene.content.hall_name);
        if (english.empty()) return draw_name(canvas, scene, row);
        Rect lines = row.middle({row.width, 94});
        draw_name(canvas, scene, lines.cut_top(60));
        canvas.text(lines, english, name_style(TextRole::caption, Role::board_text_muted, Weight::regular));
        return;
    }
    if (scene.stale()) return draw_name(canvas, scene, row);
    Rect lines = row.middle({row.width, 112});
    draw_name(canvas, scene, lines.cut_top(60, 4));
    date_style.role = TextRole::body;
    canvas.text(lines, date, date_style);
}

}  // namespace linli::kiosk
