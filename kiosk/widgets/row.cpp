// SPDX-License-Identifier: Apache-2.0
#include "kiosk/widgets/row.h"

#include "kiosk/widgets/button.h"
#include "kiosk/widgets/fit.h"
#include "kiosk/widgets/marks.h"

namespace linli::kiosk {

namespace {

// Title over note in the middle of the rect. The note goes before the title wraps, the title wraps before it shrinks.
void title_and_note(Canvas& canvas, const Rect& rect, std::span<const Span> title, const TextStyle& title_style,
                    const std::string& note, TextStyle note_style) {
    std::string plain;
    for (const Span& span : title) plain += span.text;
    TextStyle style = title_style;
    note_style.line_height = 1.3F;
    note_style = fitted(canvas, note, note_style, {rect.width, rect.height}, TextRole::caption, 1);
    style.line_height = 1.3F;
    const float note_height = note.empty() ? 0 : canvas.line(note_style);
    const bool title_fits = fits(canvas, plain, style, {rect.width, canvas.line(style) + 1});
    const bool note_fits = !note.empty() && title_fits &&
                           fits(canvas, note, note_style, {rect.width, note_height + 1}) &&
                           canvas.line(style) + note_height <= rect.height;
    if (!title_fits) {
        style.line_height = 1.2F;
        style = fitted(canvas, plain, style, {rect.width, rect.height}, TextRole::caption, 2);
    }
    std::vector<Span> spans(title.begin(), title.end());
    const Size size = canvas.measure(spans, style, rect.width);
    Rect group = rect.middle({rect.width, size.height + (note_fits ? note_height : 0)});
    canvas.text(group.cut_top(size.height), spans, style);
    if (note_fits) canvas.text(group, note, note_style);
}

// What is closed must be read, so the title makes room for it.
void title_and_closed(Canvas& canvas, const Rect& rect, const std::string& title, const ClosedRow& closed) {
    TextStyle below{.role = TextRole::small, .tint = Role::warning, .weight = Weight::bold, .line_height = 1.3F};
    TextStyle above{.role = TextRole::list, .tint = Role::text_disabled, .weight = Weight::bold, .line_height = 1.2F};
    const auto whole_in = [&](TextRole role) {
        TextStyle style = below;
        style.role = role;
        return fits(canvas, closed.whole, style, {rect.width, canvas.line(style) + 1});
    };
    const bool whole = whole_in(TextRole::small) || whole_in(TextRole::caption);
    const std::string& words = whole ? closed.whole : closed.words;
    below = fitted(canvas, words, below, {rect.width, rect.height}, TextRole::caption, 1);
    const float below_height = canvas.line(below);
    const Size room{rect.width, rect.height - below_height};
    const TextStyle one_line = fitted(canvas, title, above, room, TextRole::caption, 1);
    above = fits(canvas, title, one_line, {room.width, canvas.line(one_line) + 1})
                ? one_line
                : fitted(canvas, title, above, room, TextRole::caption, 2);
    const float above_height = canvas.measure(title, above, rect.width).height;
    Rect group = rect.middle({rect.width, above_height + below_height});
    canvas.text(group.cut_top(above_height), title, above);
    canvas.text(group, words, below);
}

}  // namespace

float row_height(const Ui& ui) { return ui.theme().length(ui.modes().larger() ? "list_row_larger" : "list_row"); }

std::vector<Span> matched_title(const Ui& ui, const std::string& title, std::size_t begin, std::size_t end) {
    if (ui.modes().english() || end <= begin || end > title.size()) return {Span{title}};
    return {Span{title.substr(0, begin)}, Span{title.substr(begin, end - begin), Weight::bold, Role::accent},
            Span{title.substr(end)}};
}

bool row(Ui& ui, const Row& row) {
    Canvas& canvas = ui.canvas();
    const Touch touch = ui.touch(row.id, row.rect);
    const bool closed = !row.closed.words.empty();
    const Ground ground = closed ? Ground::disabled : Ground::raised;
    Rect inner = touchable(ui, row.rect, ground, touch, canvas.length("radius.button"));
    inner = {inner.x + 32, inner.y + 8, inner.width - 56, inner.height - 16};
    if (row.badge != 0) badge(ui, inner.cut_left(72, 24).middle({72, 72}), row.badge);
    canvas.icon(inner.cut_right(52, 12), closed ? "info" : "chevron_right", closed ? Role::warning : Role::accent);
    if (!row.mark.empty()) {
        constexpr float mark_em = 40;
        canvas.icon(inner.cut_right(mark_em, 16).middle({mark_em, mark_em}), row.mark, Role::text_muted);
    }
    if (closed) {
        title_and_closed(canvas, inner, row.title, row.closed);
        return touch.tapped;
    }
    const TextStyle title{.role = TextRole::list, .weight = Weight::bold};
    const std::vector<Span> whole{{row.title, Weight::bold, Role::text}};
    title_and_note(canvas, inner, row.title_spans.empty() ? whole : row.title_spans, title, row.note,
                   {.role = TextRole::small, .tint = Role::text_muted});
    return touch.tapped;
}

bool line_tab(Ui& ui, const LineTab& tab) {
    Canvas& canvas = ui.canvas();
    const bool selected = tab.state == LineTab::State::selected;
    const Touch touch = ui.touch(tab.id, tab.rect);
    Rect inner = tab.rect;
    if (selected)
        canvas.panel(tab.rect, Role::accent, Role::accent, canvas.length("stroke.line"),
                     canvas.length("radius.button"));
    else
        inner = touchable(ui, tab.rect, Ground::raised, touch, canvas.length("radius.button"));
    const float side = tab.rect.height >= 160 ? 88.F : 64.F;
    inner = {inner.x + 20, inner.y + 4, inner.width - 34, inner.height - 8};
    badge(ui, inner.cut_left(side, 18).middle({side, side}), tab.letter);
    const Role ink = selected ? Role::accent_text : Role::text;
    const std::vector<Span> name{{tab.name, Weight::bold, ink}};
    title_and_note(canvas, inner, name, {.role = TextRole::body, .tint = ink, .weight = Weight::bold}, tab.gloss,
                   {.role = TextRole::caption, .tint = selected ? Role::accent_text : Role::text_muted});
    return touch.tapped;
}

bool choice(Ui& ui, const Choice& choice) {
    Canvas& canvas = ui.canvas();
    const bool selected = choice.state == Choice::State::selected;
    const Touch touch = ui.touch(choice.id, choice.rect);
    Rect inner =
        touchable(ui, choice.rect, selected ? Ground::selected : Ground::raised, touch, canvas.length("radius.button"));
    inner = inner.inset(32, 8);
    if (!choice.icon.empty()) {
        const float em = canvas.icon_em(56);
        canvas.icon(inner.cut_left(em, 24), choice.icon, Role::accent);
    }
    const Rect ring = inner.cut_right(52, 12).middle({52, 52});
    if (selected)
        canvas.icon(ring, "check_circle", Role::accent);
    else
        canvas.ring(ring.centre(), 22, 4, Role::outline_strong);
    TextStyle style{.role = TextRole::list, .weight = Weight::bold, .stand = Stand::middle, .line_height = 1.2F};
    if (!fits(canvas, choice.label, style, {inner.width, canvas.line(style) + 1}))
        style = fitted(canvas, choice.label, style, {inner.width, inner.height}, TextRole::caption, 3);
    canvas.text(inner, choice.label, style);
    return touch.tapped;
}

}  // namespace linli::kiosk
