// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/word_choice.h"

#include <algorithm>

#include "hall/base/utf8.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/fit.h"

namespace linli::kiosk {
namespace {

constexpr float gap = 24, padding = 24, word_width_min = 112, more_width = 96;

TextStyle word_style(std::size_t word) {
    return {.role = TextRole::heading,
            .weight = word == 0 ? Weight::bold : Weight::regular,
            .align = Align::centre,
            .stand = Stand::middle,
            .line_height = 1.1F};
}

// Of a long row of words people recognise the beginning.
std::string beginning_that_fits(const Canvas& canvas, const std::string& text, const TextStyle& style, float width) {
    std::string shown = text;
    for (std::size_t kept = characters(text).size(); kept > 1 && canvas.measure(shown, style).width > width;)
        shown = shortened(text, --kept);
    return shown;
}

bool word_button(Ui& ui, const Rect& rect, std::size_t word, const std::string& text) {
    Canvas& canvas = ui.canvas();
    const Touch touch = ui.touch("candidate." + std::to_string(word), rect);
    const float radius = canvas.length("radius.key");
    Rect face = rect.moved(0, touch.pressed ? canvas.length("lip") : 0);
    if (word == 0)
        canvas.panel(face, Role::accent_soft, Role::accent, canvas.length("stroke.strong"), radius);
    else
        face = touchable(ui, rect, Ground::raised, touch, radius);
    const Size room{face.width - padding, face.height};
    const TextStyle style = fitted(canvas, text, word_style(word), room, TextRole::small, 1);
    canvas.text(face.inset(padding / 2, 0), beginning_that_fits(canvas, text, style, room.width), style);
    return touch.tapped;
}

bool more_button(Ui& ui, const Rect& rect) {
    Canvas& canvas = ui.canvas();
    const char* id = "more_words";
    const Touch touch = ui.touch(id, rect);
    canvas.record().speak_of(id, ui.t("input.more"));
    const Rect face = touchable(ui, rect, Ground::raised, touch, canvas.length("radius.key"));
    const float em = canvas.icon_em(52);
    canvas.icon(face.middle({em, em}), "chevron_right", Role::accent);
    return touch.tapped;
}

}  // namespace

void WordChoice::begin() {
    starts_ = {0};
    open_ = false;
}

// What is left of a full row makes its words wider, so that rows end in one line.
void WordChoice::spread(std::span<Placed> row, float left_over) {
    if (row.empty() || left_over <= 0) return;
    const float each = left_over / static_cast<float>(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
        row[i].rect.x += each * static_cast<float>(i);
        row[i].rect.width += each;
    }
}

WordChoice::Page WordChoice::laid_out(Ui& ui, const std::vector<Rect>& rows, const std::vector<PinyinCandidate>& words,
                                      std::size_t first, RowEnds ends) {
    Page page{{}, first};
    const float widest = std::ranges::max(rows, {}, &Rect::width).width;
    for (Rect row : rows) {
        const std::size_t row_begin = page.words.size();
        while (page.next < words.size()) {
            const std::string& text = words[page.next].text;
            const float wanted = ui.canvas().measure(text, word_style(page.next)).width + 2 * padding;
            const float width = std::min(std::max(wanted, word_width_min), widest);
            if (width > row.width + 0.5F) break;
            page.words.push_back({page.next++, row.cut_left(width, gap)});
        }
        if (ends == RowEnds::filled && page.next < words.size())
            spread(std::span(page.words).subspan(row_begin), row.width + gap);
    }
    return page;
}

std::optional<PinyinCandidate> WordChoice::draw(Ui& ui, const EntryPlaces& places,
                                                const std::vector<PinyinCandidate>& words) {
    std::vector<Rect> rows = open_ ? places.pages : places.words;
    Page page = laid_out(ui, rows, words, starts_.back(), open_ ? RowEnds::filled : RowEnds::ragged);
    Rect more;
    if (!open_ && page.next < words.size()) {
        more = rows.back().cut_right(more_width, gap);
        page = laid_out(ui, rows, words, starts_.back(), RowEnds::ragged);
    }
    std::optional<PinyinCandidate> chosen;
    for (const Placed& placed : page.words)
        if (word_button(ui, placed.rect, placed.word, words[placed.word].text)) chosen = words[placed.word];
    if (open_) page_keys(ui, places.page_keys, page.next, words.size());
    if (!more.empty() && more_button(ui, more)) {
        open_ = true;
        starts_.push_back(page.next);
        ui.redraw_in_ms(0);
    }
    return chosen;
}

void WordChoice::page_keys(Ui& ui, Rect row, std::size_t next, std::size_t count) {
    const auto state = [](bool ready) { return ready ? Button::State::ready : Button::State::disabled; };
    bool moved = false;
    if (button(
            ui,
            {.id = "back_to_keys", .rect = row.column(0, 3, gap), .label = ui.t("input.keys"), .icon = "keyboard"})) {
        begin();
        moved = true;
    }
    if (button(ui, {.id = "words_before",
                    .rect = row.column(1, 3, gap),
                    .label = ui.t("input.before"),
                    .icon = "arrow_upward",
                    .state = state(starts_.size() > 1)})) {
        starts_.pop_back();
        moved = true;
    }
    if (button(ui, {.id = "words_after",
                    .rect = row.column(2, 3, gap),
                    .label = ui.t("input.after"),
                    .icon = "arrow_downward",
                    .state = state(next < count)})) {
        starts_.push_back(next);
        moved = true;
    }
    if (moved) ui.redraw_in_ms(0);
}

}  // namespace linli::kiosk
