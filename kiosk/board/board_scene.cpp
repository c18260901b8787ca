// SPDX-License-Identifier: Apache-2.0
#include "kiosk/board/board_scene.h"

#include <array>

#include "kiosk/draw/house_mark.h"

namespace linli::kiosk {

namespace {

constexpr std::size_t usual_cards_max = 5;

std::array<Span, 1> one_span(std::string_view text, const TextStyle& style) {
    return {Span{std::string(text), style.weight, style.tint}};
}

bool spans_fit(const Canvas& canvas, std::span<const Span> spans, const TextStyle& style, Size size, int lines) {
    const Size needed = canvas.measure(spans, style, lines == 1 ? unbounded : size.width);
    const float height = std::min(size.height, canvas.line(style) * static_cast<float>(lines));
    return needed.width <= size.width + 0.5F && needed.height <= height + 0.5F;
}

}  // namespace

Tint BoardScene::number_tint(const BoardCall& call, Tint still) const {
    if (stale()) return still == Tint(Role::board_number) ? Tint(Role::board_text_muted) : still;
    switch (blinking.phase(call, boot_ms)) {
        case Blinking::Phase::on:
            return Role::board_number;
        case Blinking::Phase::off:
            return Role::board_text_muted;
        case Blinking::Phase::still:
            break;
    }
    return still;
}

BoardAreas board_areas(Size space, CardRows rows) {
    BoardAreas areas;
    areas.landscape = space.width > space.height;
    if (areas.landscape) {
        const bool many = rows == CardRows::many;
        const float height = many ? 604 : 640, cards = many ? 748 : 796;
        areas.top = {64, 0, 1792, 120};
        areas.call = {64, 128, 1080, height};
        areas.list = {1192, 128, 664, height};
        areas.cards = {64, cards, 1792, many ? 192.F : 136.F};
        areas.strip = {0, 960, 1920, 120};
    } else {
        areas.top = {32, 0, 1016, 160};
        areas.call = {32, 168, 1016, 680};
        areas.list = {32, 868, 1016, 548};
        areas.cards = {32, 1432, 1016, 324};
        areas.strip = {0, 1776, 1080, 144};
    }
    if (rows == CardRows::none) {
        areas.list.height = areas.cards.bottom() - areas.list.y;
        if (areas.landscape) areas.call.height = areas.list.height;
    }
    return areas;
}

TextStyle board_fitted(const Canvas& canvas, std::span<const Span> spans, TextStyle style, Size size,
                       std::initializer_list<TextRole> roles, int lines) {
    for (const TextRole role : roles) {
        style.role = role;
        if (spans_fit(canvas, spans, style, size, lines)) break;
    }
    return style;
}

TextStyle board_fitted(const Canvas& canvas, std::string_view text, TextStyle style, Size size,
                       std::initializer_list<TextRole> roles, int lines) {
    return board_fitted(canvas, one_span(text, style), style, size, roles, lines);
}

bool board_fits(const Canvas& canvas, std::string_view text, const TextStyle& style, Size size, int lines) {
    return spans_fit(canvas, one_span(text, style), style, size, lines);
}

void draw_board(Canvas& canvas, const BoardScene& scene) {
    const Size space = canvas.space();
    const bool many = shown_lines(scene).size() > usual_cards_max;
    const CardRows rows = scene.view.rest ? CardRows::none : many ? CardRows::many : CardRows::usual;
    const BoardAreas areas = board_areas(space, rows);
    canvas.fill({0, 0, space.width, space.height}, Role::board_background);
    draw_board_top(canvas, scene, areas);
    if (scene.view.calls.empty() || scene.view.rest) {
        draw_quiet_card(canvas, scene, areas);
        draw_quiet_list(canvas, scene, areas);
    } else {
        draw_call_card(canvas, scene, areas);
        draw_call_list(canvas, scene, areas);
    }
    // "Nobody waits, no need to wait" would be wrong before a closed door.
    if (rows != CardRows::none) draw_waiting_cards(canvas, scene, areas);
    draw_notice_strip(canvas, scene, areas);
}

void draw_board_connecting(Canvas& canvas, Connecting connecting) {
    const Size space = canvas.space();
    canvas.fill({0, 0, space.width, space.height}, Role::board_background);
    const BoardWords words(BoardLanguages::both);
    const Rect whole{64, 0, space.width - 128, space.height};
    Rect middle = whole.middle({whole.width, 480});
    const Rect sign = middle.cut_top(72, 48);
    house_mark(canvas, {sign.centre().x - 38, sign.y},
               {.large = Role::board_house, .small = Role::brand_warm, .doors = Role::board_background});
    TextStyle title{
        .role = TextRole::board_counter, .tint = Role::board_text, .weight = Weight::bold, .align = Align::centre};
    const std::string connecting_text = words.t("board.connecting.title");
    title = board_fitted(canvas, connecting_text, title, {middle.width, 130},
                         {TextRole::board_counter, TextRole::title, TextRole::heading});
    canvas.text(middle.cut_top(130, 8), connecting_text, title);
    const TextStyle small{.role = TextRole::list, .tint = Role::board_text_muted, .align = Align::centre};
    canvas.text(middle.cut_top(56, 24), words.small("board.connecting.title"), small);
    if (connecting == Connecting::soon) return;
    const TextStyle text{.role = TextRole::board_text, .tint = Role::board_warning, .align = Align::centre};
    canvas.text(middle, words.t("board.connecting.text"), text);
}

}  // namespace linli::kiosk
