// SPDX-License-Identifier: Apache-2.0
#include "kiosk/board/board_scene.h"

namespace linli::kiosk {

namespace {

constexpr float title_height = 100, code_width = 216, arrow = 48, gap = 28;
constexpr int rows = 5;

void draw_row(Canvas& canvas, const BoardScene& scene, Rect row, const BoardCall& call, const TimeZone* zone) {
    const TextStyle code{.role = TextRole::board_code,
                         .tint = scene.number_tint(call, Role::board_text),
                         .weight = Weight::bold,
                         .stand = Stand::middle,
                         .line_height = 1.0F};
    canvas.text(row.cut_left(code_width), call.code, code);
    canvas.icon(row.cut_left(arrow, gap), "arrow_forward", Role::board_text_muted);
    const TextStyle time{.role = TextRole::body,
                         .tint = Role::board_text_muted,
                         .align = Align::right,
                         .stand = Stand::middle,
                         .line_height = 1.2F};
    if (zone != nullptr) {
        const std::string when = BoardWords::clock(zone->at(call.called_ms).minute_of_day);
        canvas.text(row.cut_right(canvas.measure(when, time).width + 2, 16), when, time);
    }
    const std::string counter = scene.words.t("board.counter", {{"counter", std::to_string(call.counter)}});
    const TextStyle style{.tint = Role::board_text, .stand = Stand::middle, .line_height = 1.2F};
    canvas.text(row, counter,
                board_fitted(canvas, counter, style, {row.width, row.height},
                             {TextRole::board_place, TextRole::sub, TextRole::board_text, TextRole::list}));
}

}  // namespace

void draw_call_list(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas) {
    Rect area = areas.list;
    Rect title = area.cut_top(areas.landscape ? title_height : 78);
    const TextStyle title_style{.role = TextRole::sub,
                                .tint = Role::board_text,
                                .weight = Weight::bold,
                                .stand = Stand::middle,
                                .line_height = 1.2F};
    const std::string says = scene.words.t("board.earlier"), english = scene.words.small("board.earlier");
    canvas.text(title.cut_left(canvas.measure(says, title_style).width + 2, 20), says, title_style);
    const TextStyle muted{
        .role = TextRole::body, .tint = Role::board_text_muted, .stand = Stand::middle, .line_height = 1.2F};
    if (!english.empty()) canvas.text(title.moved(0, 4), english, muted);

    const float height = areas.landscape ? 100 : area.height / rows;
    const auto& calls = scene.view.calls;
    const auto zone = TimeZone::open(scene.content.time_zone);
    for (std::size_t index = 1; index < calls.size(); ++index) {
        const Rect row = area.cut_top(height);
        canvas.rule({row.x, row.y, row.width, 2}, Role::board_outline);
        draw_row(canvas, scene, row, calls[index], zone ? &*zone : nullptr);
    }
    if (calls.size() > 1) return;
    const Rect row = area.cut_top(height);
    canvas.rule({row.x, row.y, row.width, 2}, Role::board_outline);
    canvas.text(row, scene.words.t("board.no_earlier"), muted);
}

}  // namespace linli::kiosk
