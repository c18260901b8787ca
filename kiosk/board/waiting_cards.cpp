// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "kiosk/board/board_scene.h"

namespace linli::kiosk {

namespace {

constexpr float radius = 20, gap = 24, narrow_gap = 12;
constexpr float card_padding = 20, card_badge = 72, card_gap = 16;
constexpr std::size_t usual_cards_max = 5;

void draw_badge(Canvas& canvas, const Rect& square, char letter) {
    canvas.fill(square, {Role::line_soft, letter}, canvas.length("radius.small"));
    const TextRole role = square.width < 58 ? TextRole::small : square.width < 70 ? TextRole::body : TextRole::list;
    canvas.text(square, std::string(1, letter),
                {.role = role,
                 .tint = {Role::line_ink, letter},
                 .weight = Weight::bold,
                 .align = Align::centre,
                 .stand = Stand::middle,
                 .line_height = 1});
}

TextStyle style_of(float line_height, Tint tint) { return {.tint = tint, .line_height = line_height}; }

std::vector<Span> count_spans(const std::string& marked, const TextStyle& style) { return spans_of(marked, style); }

/// "民政 4 人": the name is content and may hold anything, the count is the catalogue's.
std::vector<Span> named_spans(const BoardScene& scene, const BoardLine& line, const TextStyle& style) {
    const Line* known = scene.content.line(line.letter);
    std::vector<Span> spans{{known ? scene.words.in(known->name) + " " : "", Weight::regular, style.tint}};
    for (Span& span : count_spans(scene.words.t("board.count", {{"n", std::to_string(line.waiting)}}), style))
        spans.push_back(std::move(span));
    return spans;
}

std::string next_words(const BoardScene& scene, const BoardLine& line) {
    return line.waiting == 0 ? scene.words.t("board.no_wait") : scene.words.t("board.next", {{"code", line.next}});
}

void draw_next(Canvas& canvas, const BoardScene& scene, const Rect& box, const BoardLine& line, TextRole most) {
    const TextStyle style = style_of(box.height > 40 ? 1.3F : 1.15F, Role::board_text_muted);
    // As large as with a number, so that neighbours look alike.
    const std::string usual = scene.words.t("board.next", {{"code", std::string(1, line.letter) + "000"}});
    const std::string next = next_words(scene, line), longer = next.size() > usual.size() ? next : usual;
    canvas.text(
        box, next,
        board_fitted(canvas, longer, style, {box.width, box.height}, {most, TextRole::small, TextRole::caption}));
}

/// A long name takes the card's upper half, and the count goes below it.
void draw_long_name(Canvas& canvas, const BoardScene& scene, const Rect& box, const BoardLine& line) {
    const Line* known = scene.content.line(line.letter);
    const std::string name = known ? scene.words.in(known->name) : std::string();
    const TextStyle style = style_of(1.15F, Role::board_text);
    const TextStyle fitted = board_fitted(canvas, name, style, {box.width, 66}, {TextRole::body, TextRole::small});
    const int lines = board_fits(canvas, name, fitted, {box.width, 66}) ? 1 : 2;
    const TextStyle shown =
        lines == 1 ? fitted : board_fitted(canvas, name, style, {box.width, 66}, {TextRole::caption}, lines);
    const float height = canvas.measure(name, shown, box.width).height;
    auto both = spans_of(scene.words.t("board.count", {{"n", std::to_string(line.waiting)}}), style);
    both.push_back({" · " + next_words(scene, line), Weight::regular, Role::board_text_muted});
    TextStyle one_line = style_of(1.2F, Role::board_text);
    one_line = board_fitted(canvas, both, one_line, {box.width, 44}, {TextRole::small, TextRole::caption});
    if (canvas.measure(both, one_line).width <= box.width) {
        Rect block = box.middle({box.width, height + 46});
        canvas.text(block.cut_top(height, 4), name, shown);
        canvas.text(block, both, one_line);
        return;
    }
    const float below = 34;
    Rect block = box.middle({box.width, height + 2 * below});
    canvas.text(block.cut_top(height), name, shown);
    const TextStyle count{.role = TextRole::caption, .tint = Role::board_text, .line_height = 1.15F};
    canvas.marked(block.cut_top(below), scene.words.t("board.waiting", {{"n", std::to_string(line.waiting)}}), count);
    draw_next(canvas, scene, block, line, TextRole::caption);
}

enum class Names : std::uint8_t { short_enough, too_long };

void draw_named_card(Canvas& canvas, const BoardScene& scene, const Rect& card, const BoardLine& line, Names names) {
    canvas.fill(card, Role::board_surface, radius);
    Rect inner = card.inset(card_padding, 0);
    const Rect badge = inner.cut_left(card_badge, card_gap);
    draw_badge(canvas, badge.middle({card_badge, card_badge}), line.letter);
    if (names == Names::too_long) return draw_long_name(canvas, scene, inner, line);
    TextStyle style = style_of(1.25F, Role::board_text);
    const auto spans = named_spans(scene, line, style);
    style = board_fitted(canvas, spans, style, {inner.width, 56},
                         {TextRole::board_text, TextRole::list, TextRole::body, TextRole::small});
    Rect block = inner.middle({inner.width, 102});
    canvas.text(block.cut_top(55), spans, style);
    draw_next(canvas, scene, block, line, TextRole::body);
}

/// Has every card room for its name and count on one line, in this role? Cards side by side look alike: where one has
/// not, all are set otherwise.
bool names_fit(const Canvas& canvas, const BoardScene& scene, const std::vector<const BoardLine*>& lines, float width,
               TextRole role) {
    return std::ranges::all_of(lines, [&](const BoardLine* line) {
        TextStyle style = style_of(1.15F, Role::board_text);
        style.role = role;
        return canvas.measure(named_spans(scene, *line, style), style).width <= width;
    });
}

struct NarrowPlan {
    float badge = 60, padding = 14;
    float text_width(const Rect& card) const { return card.width - badge - 3 * padding; }
};

void draw_narrow_card(Canvas& canvas, const BoardScene& scene, const Rect& card, const BoardLine& line,
                      const NarrowPlan& plan, std::span<const Span> count) {
    canvas.fill(card, Role::board_surface, 14);
    const float side = std::min(plan.badge, card.height - 16);
    draw_badge(canvas, {card.x + plan.padding, card.y + (card.height - side) / 2, side, side}, line.letter);
    const float x = card.x + plan.padding * 2 + plan.badge;
    const float first = card.height > 80 ? 46 : 38, second = card.height > 80 ? 37 : 33;
    Rect block{x, card.y + (card.height - first - second) / 2, plan.text_width(card), first + second};
    const TextStyle style = style_of(1.15F, Role::board_text);
    canvas.text(block.cut_top(first), count,
                board_fitted(canvas, count, style, {block.width, first},
                             {TextRole::list, TextRole::body, TextRole::small, TextRole::caption}));
    draw_next(canvas, scene, block, line, TextRole::small);
}

void draw_narrow_cards(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas,
                       const std::vector<const BoardLine*>& lines) {
    const int columns = areas.landscape ? 5 : 3;
    const int rows = (static_cast<int>(lines.size()) + columns - 1) / columns;
    const float between = areas.landscape ? 16 : narrow_gap;
    Rect area = areas.cards;
    area.height = std::min(area.height, static_cast<float>(rows) * (88 + between) - between);
    const NarrowPlan plan;
    const Rect first = area.row(0, rows, between).column(0, columns, gap);
    const bool named = names_fit(canvas, scene, lines, plan.text_width(first), TextRole::caption);
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const int at = static_cast<int>(index);
        const Rect card = area.row(at / columns, rows, between).column(at % columns, columns, gap);
        const TextStyle style = style_of(1.15F, Role::board_text);
        const auto count =
            named ? named_spans(scene, *lines[index], style)
                  : count_spans(scene.words.t("board.waiting", {{"n", std::to_string(lines[index]->waiting)}}), style);
        draw_narrow_card(canvas, scene, card, *lines[index], plan, count);
    }
}

}  // namespace

std::vector<const BoardLine*> shown_lines(const BoardScene& scene) {
    std::vector<const BoardLine*> lines;
    for (const char letter : scene.content.board.lines)
        for (const BoardLine& line : scene.view.lines)
            if (line.letter == letter) lines.push_back(&line);
    if (!lines.empty()) return lines;
    for (const BoardLine& line : scene.view.lines) lines.push_back(&line);
    return lines;
}

void draw_waiting_cards(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas) {
    const auto lines = shown_lines(scene);
    if (lines.size() > usual_cards_max) return draw_narrow_cards(canvas, scene, areas, lines);
    const int count = static_cast<int>(lines.size());
    const int columns = areas.landscape ? count : count > 4 ? 3 : std::min(count, 2);
    const int rows = (count + columns - 1) / std::max(columns, 1);
    const float height = static_cast<float>(rows) * (136 + gap) - gap;
    const Rect area{areas.cards.x, areas.cards.y + (areas.cards.height - height) / 2, areas.cards.width, height};
    const float width = area.column(0, columns, gap).width - 2 * card_padding - card_badge - card_gap;
    const Names names = names_fit(canvas, scene, lines, width, TextRole::small) ? Names::short_enough : Names::too_long;
    for (int index = 0; index < count; ++index)
        draw_named_card(canvas, scene, area.row(index / columns, rows, gap).column(index % columns, columns, gap),
                        *lines[static_cast<std::size_t>(index)], names);
}

}  // namespace linli::kiosk
