// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/reading_blocks.h"

#include <algorithm>

#include "kiosk/widgets/fit.h"

namespace linli::kiosk {
namespace {

constexpr float pad_x = 36, pad_y = 26, line_gap = 14, mark_em = 40, mark_gap = 18, title_gap = 16;

TextStyle answer_style() {
    return {.role = TextRole::sub, .weight = Weight::bold, .line_height = 1.35F, .heard = Heard::first};
}
TextStyle body_style() { return {.role = TextRole::body, .line_height = 1.4F}; }
TextStyle title_style() {
    return {.role = TextRole::list, .weight = Weight::bold, .stand = Stand::middle, .line_height = 1.2F};
}
TextStyle muted_style() { return {.role = TextRole::small, .tint = Role::text_muted, .line_height = 1.35F}; }

float mark_width(const Ui& ui) { return ui.modes().larger() ? mark_em * 1.2F : mark_em; }

float line_height(Ui& ui, float width, const std::string& text) {
    return std::max(ui.canvas().measure(text, body_style(), width - mark_width(ui) - mark_gap).height, mark_width(ui));
}

void draw_line(Ui& ui, Rect rect, const LineCard::Line& line) {
    Canvas& canvas = ui.canvas();
    const float em = mark_width(ui), first_line = canvas.line(body_style());
    const Rect mark = rect.cut_left(em, mark_gap);
    if (!line.icon.empty())
        canvas.icon({mark.x, rect.y + std::max((first_line - em) / 2, 0.F), em, em}, line.icon,
                    line.icon == "check" ? Role::success : Role::accent);
    canvas.text(rect, line.text, body_style());
}

float head_height(Ui& ui, float width, const LineCard& card) {
    float height = 0;
    if (!card.over.empty()) height += ui.canvas().measure(card.over, muted_style(), width).height + 4;
    if (card.title.empty()) return height;
    const float icon = card.icon.empty() ? 0 : ui.canvas().icon_em(52) + mark_gap;
    const float title = ui.canvas().measure(card.title, title_style(), width - icon).height;
    return height + std::max(title, card.icon.empty() ? 0 : ui.canvas().icon_em(52)) + title_gap;
}

float card_height(Ui& ui, float width, const LineCard& card) {
    const float inner = width - 2 * pad_x;
    float height = 2 * pad_y + head_height(ui, inner, card);
    for (std::size_t i = 0; i < card.lines.size(); ++i)
        height += line_height(ui, inner, card.lines[i].text) + (i > 0 ? line_gap : 0);
    if (card.lines.empty()) height -= title_gap;
    return height;
}

void draw_card(Ui& ui, const Rect& rect, const LineCard& shown) {
    Canvas& canvas = ui.canvas();
    if (shown.look == LineCard::Look::raised)
        number_card(ui, rect);
    else
        card(ui, rect);
    Rect inner = rect.inset(pad_x, pad_y);
    Rect head = inner.cut_top(head_height(ui, inner.width, shown));
    if (!shown.over.empty()) head.cut_top(canvas.text(head, shown.over, muted_style()).height, 4);
    if (!shown.title.empty()) {
        head.height -= title_gap;
        const float em = canvas.icon_em(52);
        if (!shown.icon.empty()) canvas.icon(head.cut_left(em, mark_gap).middle({em, em}), shown.icon, Role::accent);
        canvas.text(head, shown.title, title_style());
    }
    for (const LineCard::Line& line : shown.lines)
        draw_line(ui, inner.cut_top(line_height(ui, inner.width, line.text), line_gap), line);
}

TextStyle number_style(TextRole role) { return {.role = role, .weight = Weight::bold, .line_height = 1.2F}; }

struct AmountPlan {
    /// Side by side, each under its label; below one another with the label before the number, or above it.
    enum class Form : std::uint8_t { columns, rows, stacked } form = Form::columns;
    float cell_height = 0;
};

/// The number with its unit small behind it.
std::vector<Span> number_spans(const Ui& ui, const Amount& amount) {
    const std::string unit = ui.in(amount.unit);
    std::vector<Span> spans{Span{ui.in(amount.number), Weight::bold}};
    if (unit != "-") spans.push_back(Span{" " + unit, Weight::regular});
    return spans;
}

AmountPlan amount_plan(Ui& ui, float width, const std::vector<Amount>& amounts) {
    Canvas& canvas = ui.canvas();
    const auto count = static_cast<float>(amounts.size());
    const float inner = width - 2 * pad_x, cell = (inner - 24 * (count - 1)) / count;
    bool columns = true, rows = true;
    for (const Amount& amount : amounts) {
        const float number = canvas.measure(number_spans(ui, amount), number_style(TextRole::heading)).width;
        const float label = canvas.measure(ui.in(amount.label), body_style()).width;
        columns = columns && std::max(number, label) <= cell;
        rows = rows && number + label + 24 <= inner;
    }
    const float line = canvas.line(body_style()), number = canvas.line(number_style(TextRole::heading));
    if (columns) return {AmountPlan::Form::columns, line + number};
    return rows ? AmountPlan{AmountPlan::Form::rows, std::max(line, number)}
                : AmountPlan{AmountPlan::Form::stacked, line + number};
}

Block amounts_block(Ui& ui, float width, const std::string& label, const std::vector<Amount>& amounts) {
    const AmountPlan plan = amount_plan(ui, width, amounts);
    const float head = ui.canvas().measure(label, muted_style(), width - 2 * pad_x).height + 8;
    const bool columns = plan.form == AmountPlan::Form::columns;
    const auto rows = columns ? 1.F : static_cast<float>(amounts.size());
    return {head + rows * plan.cell_height + (rows - 1) * line_gap + 2 * pad_y, [=](Ui& now, const Rect& rect) {
                Canvas& canvas = now.canvas();
                card(now, rect);
                Rect box = rect.inset(pad_x, pad_y);
                canvas.text(box.cut_top(head), label, muted_style());
                const int count = static_cast<int>(amounts.size());
                for (int i = 0; i < count; ++i) {
                    const Amount& amount = amounts[static_cast<std::size_t>(i)];
                    Rect cell = columns ? box.column(i, count, 24) : box.cut_top(plan.cell_height, line_gap);
                    TextStyle number = number_style(TextRole::heading), words = body_style();
                    if (plan.form != AmountPlan::Form::rows) {
                        canvas.text(cell.cut_top(canvas.line(words)), now.in(amount.label), words);
                    } else {
                        words.stand = number.stand = Stand::middle;
                        number.align = Align::right;
                        canvas.text(cell, now.in(amount.label), words);
                    }
                    canvas.text(cell, number_spans(now, amount), number);
                }
            }};
}

}  // namespace

std::vector<Block> answer_blocks(Ui& ui, float width, float height_max, const std::string& answer,
                                 const std::string& more) {
    Canvas& canvas = ui.canvas();
    const float inner = width - 2 * pad_x;
    TextStyle style = answer_style();
    const auto height_of = [&] { return canvas.measure(answer, style, inner).height + 2 * pad_y; };
    const float second = more.empty() ? 0 : canvas.measure(more, body_style(), inner).height + 8;
    // Where the answer and its second line are too high together, the second is a block of its own.
    for (const TextRole smaller : {TextRole::list, TextRole::body})
        if (height_of() + second > height_max) style.role = smaller;
    const bool together = height_of() + second <= height_max;
    const float first = canvas.measure(answer, style, inner).height;
    std::vector<Block> blocks;
    blocks.push_back({first + (together ? second : 0) + 2 * pad_y, [=](Ui& now, const Rect& rect) {
                          now.canvas().panel(rect, Role::accent_soft, Role::accent, now.canvas().length("stroke.line"),
                                             now.canvas().length("radius.tile"));
                          Rect box = rect.inset(pad_x, pad_y);
                          now.canvas().text(box.cut_top(first, 8), answer, style);
                          if (together && !more.empty()) now.canvas().text(box, more, body_style());
                      }});
    if (!together && !more.empty()) blocks.push_back(text_block(ui, width, more));
    return blocks;
}

std::vector<Block> amounts_blocks(Ui& ui, float width, float height_max, const std::string& label,
                                  const std::vector<Amount>& amounts) {
    Block whole = amounts_block(ui, width, label, amounts);
    if (whole.height <= height_max || amounts.size() < 2) return {std::move(whole)};
    std::vector<Block> blocks;
    for (const Amount& amount : amounts) blocks.push_back(amounts_block(ui, width, label, {amount}));
    return blocks;
}

std::vector<Block> card_blocks(Ui& ui, float width, float height_max, const LineCard& whole) {
    std::vector<Block> blocks;
    LineCard part = whole;
    part.lines.clear();
    const auto close = [&] {
        blocks.push_back(
            {card_height(ui, width, part), [part](Ui& now, const Rect& rect) { draw_card(now, rect, part); }});
        part.lines.clear();
        part.over.clear();
    };
    for (const LineCard::Line& line : whole.lines) {
        part.lines.push_back(line);
        if (part.lines.size() < 2 || card_height(ui, width, part) <= height_max) continue;
        part.lines.pop_back();
        close();
        part.lines.push_back(line);
    }
    close();
    return blocks;
}

Block card_pair(Ui& ui, float width, const LineCard& left, const LineCard& right) {
    const float gap = ui.theme().length("gap"), half = (width - gap) / 2;
    const float height = std::max(card_height(ui, half, left), card_height(ui, half, right));
    return {height, [=](Ui& now, const Rect& rect) {
                draw_card(now, rect.column(0, 2, gap), left);
                draw_card(now, rect.column(1, 2, gap), right);
            }};
}

Block line_block(Ui& ui, float width, const std::string& icon, const std::string& text) {
    return {line_height(ui, width, text), [=](Ui& now, const Rect& rect) { draw_line(now, rect, {text, icon}); }};
}

Block small_block(Ui& ui, float width, const std::string& text) {
    return {ui.canvas().measure(text, muted_style(), width).height,
            [=](Ui& now, const Rect& rect) { now.canvas().text(rect, text, muted_style()); }};
}

Block headed_block(Ui& ui, float width, const std::string& head, Block below) {
    const float line = ui.canvas().measure(head, muted_style(), width).height, gap = 8;
    return {line + gap + below.height, [=, below = std::move(below)](Ui& now, const Rect& rect) {
                Rect rest = rect;
                now.canvas().text(rest.cut_top(line, gap), head, muted_style());
                below.draw(now, rest);
            }};
}

Block source_block(Ui& ui, float width, const DocumentHead& head) {
    const std::string words = ui.t("policy.source", {{"source", ui.in(head.source)}, {"date", head.checked.text()}});
    return small_block(ui, width, head.confirmed ? words : ui.t("policy.example") + words);
}

Block notice_block(Ui& ui, float width, Notice shown) {
    return {notice_height(ui, shown, width), [shown](Ui& now, const Rect& rect) { notice(now, rect, shown); }};
}

Block text_block(Ui& ui, float width, const std::string& text) {
    TextStyle style = body_style();
    style.heard = Heard::first;  // a notice is its paragraphs
    return {ui.canvas().measure(text, style, width).height,
            [=](Ui& now, const Rect& rect) { now.canvas().text(rect, text, style); }};
}

}  // namespace linli::kiosk
