// SPDX-License-Identifier: Apache-2.0
#include "kiosk/board/board_scene.h"

namespace linli::kiosk {

namespace {

constexpr float radius = 36, arrow = 104, arrow_gap = 28;

/// Where the card's lines stand in it. English below Chinese takes its room from the white around the number.
struct CardPlan {
    float padding = 56, head_y = 34, number_x = 44, number_y = 84, go_y = 488, english_y = 0;
    Align number_align = Align::left;
};

CardPlan plan_of(const BoardScene& scene, const BoardAreas& areas) {
    CardPlan plan;
    const bool both = scene.words.both();
    if (!areas.landscape) {
        plan = {44, both ? 34.F : 40.F, 12, both ? 86.F : 112.F, both ? 488.F : 520.F, 620, Align::centre};
    } else if (areas.call.height < 640) {
        plan = {56, 22, 44, both ? 44.F : 70.F, both ? 424.F : 464.F, 552, Align::left};
    } else {
        plan = {56, both ? 24.F : 34.F, 44, both ? 56.F : 84.F, both ? 454.F : 488.F, 584, Align::left};
    }
    return plan;
}

struct HeadWords {
    const char* key;
    const char* icon;
};

HeadWords head_of(const BoardScene& scene, const BoardCall& call) {
    if (scene.stale()) return {"board.last", "history"};
    if (call.state == TicketState::called) return {"board.calling", "campaign"};
    return {"board.called", "history"};
}

void draw_head(Canvas& canvas, const BoardScene& scene, Rect row, const BoardCall& call) {
    const HeadWords head = head_of(scene, call);
    TextStyle style{.role = TextRole::sub, .tint = Role::board_text_muted, .stand = Stand::middle, .line_height = 1.2F};
    canvas.icon(row.cut_left(56, 16), head.icon, Role::board_text_muted);
    const std::string says = scene.words.t(head.key), english = scene.words.small(head.key);
    canvas.text(row.cut_left(canvas.measure(says, style).width + 2, 20), says, style);
    const Line* line = scene.content.line(call.line);
    if (!english.empty()) {
        const TextStyle small{
            .role = TextRole::body, .tint = Role::board_text_muted, .stand = Stand::middle, .line_height = 1.2F};
        canvas.text(row.cut_left(canvas.measure(english, small).width + 2, 24).moved(0, 4), english, small);
    }
    if (line == nullptr) return;
    style.align = Align::right;
    const std::string& name = scene.words.in(line->name);
    canvas.text(row, name,
                board_fitted(canvas, name, style, {row.width, row.height},
                             {TextRole::sub, TextRole::board_text, TextRole::list, TextRole::body, TextRole::small}));
}

void draw_go(Canvas& canvas, const BoardScene& scene, Rect row, const BoardCall& call, Tint tint) {
    canvas.icon(row.cut_left(arrow, arrow_gap), "arrow_forward", tint);
    const std::string counter = std::to_string(call.counter);
    const auto spans =
        BoardWords::coloured(scene.words.t("board.go", {{"counter", counter}}), Weight::bold, Role::board_text, tint);
    const TextStyle style{
        .tint = Role::board_text, .weight = Weight::bold, .stand = Stand::middle, .line_height = 1.2F};
    canvas.text(
        row, spans,
        board_fitted(canvas, spans, style, {row.width, row.height}, {TextRole::board_counter, TextRole::title}));
}

}  // namespace

void draw_call_card(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas) {
    const Rect& card = areas.call;
    const BoardCall& call = scene.view.calls.front();
    const CardPlan plan = plan_of(scene, areas);
    canvas.fill(card, Role::board_surface, radius);
    const Rect inner = card.inset(plan.padding, 0);
    draw_head(canvas, scene, {inner.x, card.y + plan.head_y, inner.width, 58}, call);

    const Tint tint = scene.number_tint(call, Role::board_number);
    TextStyle number{.role = TextRole::board_number,
                     .tint = tint,
                     .weight = Weight::bold,
                     .align = plan.number_align,
                     .stand = Stand::middle,
                     .line_height = 1.0F};
    const Rect box{card.x + plan.number_x, card.y + plan.number_y, card.width - 2 * plan.number_x, 400};
    number = board_fitted(canvas, call.code, number, {box.width, box.height},
                          {TextRole::board_number, TextRole::board_long_number});
    canvas.text(box, call.code, number);

    const Tint go_tint = scene.stale() ? Tint(Role::board_text_muted) : Tint(Role::board_number);
    draw_go(canvas, scene, {inner.x, card.y + plan.go_y, inner.width, 125}, call, go_tint);
    const std::string english = scene.words.small("board.go_small", {{"counter", std::to_string(call.counter)}});
    if (english.empty()) return;
    Rect below{inner.x, card.y + plan.english_y, inner.width, 46};
    below.cut_left(arrow, arrow_gap);
    canvas.text(below, english, {.role = TextRole::body, .tint = Role::board_text_muted, .line_height = 1.2F});
}

}  // namespace linli::kiosk
