// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "kiosk/board/board_scene.h"

namespace linli::kiosk {

namespace {

constexpr float edge = 8, corner = 120;
constexpr const char* number = "A888";

/// The outermost line and the four corners: where one is not seen, the television cuts the picture off.
void draw_edges(Canvas& canvas, Size space) {
    for (const Rect& bar : {Rect{0, 0, space.width, edge}, Rect{0, space.height - edge, space.width, edge},
                            Rect{0, 0, edge, space.height}, Rect{space.width - edge, 0, edge, space.height}})
        canvas.fill(bar, Role::board_number);
    const float right = space.width, bottom = space.height;
    canvas.triangle({0, 0}, {corner, 0}, {0, corner}, Role::board_number);
    canvas.triangle({right - corner, 0}, {right, 0}, {right, corner}, Role::board_number);
    canvas.triangle({0, bottom - corner}, {corner, bottom}, {0, bottom}, Role::board_number);
    canvas.triangle({right, bottom - corner}, {right, bottom}, {right - corner, bottom}, Role::board_number);
}

void draw_colours(Canvas& canvas, const Rect& row) {
    constexpr std::array tints{Role::board_number,       Role::board_text,    Role::board_text_muted,
                               Role::board_notice,       Role::board_warning, Role::board_house,
                               Role::board_notice_sign,  Role::board_surface, Role::board_outline,
                               Role::board_warning_soft, Role::qr_dark,       Role::qr_light};
    int at = 0;
    for (const Role tint : tints) canvas.fill(row.column(at++, static_cast<int>(tints.size()), 0), tint);
}

TextStyle centred(TextRole role, Tint tint, Weight weight) {
    return {.role = role, .tint = tint, .weight = weight, .align = Align::centre, .line_height = 1.2F};
}

}  // namespace

void draw_board_test(Canvas& canvas, const BoardScene& scene) {
    const Size space = canvas.space();
    canvas.fill({0, 0, space.width, space.height}, Role::board_background);
    draw_edges(canvas, space);
    const BoardWords words(BoardLanguages::both);
    const bool landscape = space.width > space.height;
    Rect area = Rect{0, 0, space.width, space.height}.inset(140, landscape ? 64 : 400);
    canvas.text(area.cut_top(88), words.t("board.test.title"),
                centred(TextRole::title, Role::board_text, Weight::bold));
    canvas.text(area.cut_top(50), words.small("board.test.title"),
                centred(TextRole::body, Role::board_text_muted, Weight::regular));
    TextStyle style = centred(TextRole::board_number, Role::board_number, Weight::bold);
    style.line_height = 1;
    style = board_fitted(canvas, number, style, {area.width, 400},
                         {TextRole::board_number, TextRole::board_long_number, TextRole::number});
    canvas.text(area.cut_top(landscape ? 410 : 440), number, style);
    const std::string time = scene.words.date(scene.now) + "  " + BoardWords::clock(scene.now.minute_of_day);
    canvas.text(area.cut_top(90), time, centred(TextRole::board_place, Role::board_text, Weight::bold));
    TextStyle says = centred(TextRole::board_text, Role::board_text, Weight::regular);
    const std::string text = words.t("board.test.text");
    says = board_fitted(canvas, text, says, {area.width, 110}, {TextRole::board_text, TextRole::list}, 2);
    const float height = canvas.measure(text, says, area.width).height;
    canvas.text(area.cut_top(height, 4), text, says);
    TextStyle small = centred(TextRole::body, Role::board_text_muted, Weight::regular);
    const std::string english = words.small("board.test.text");
    const float english_height = canvas.measure(english, small, area.width).height;
    canvas.text(area.cut_top(english_height, 24), english, small);
    draw_colours(canvas, {area.x, area.y, area.width, 120});
}

}  // namespace linli::kiosk
