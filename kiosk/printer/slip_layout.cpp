// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/slip_layout.h"

#include <algorithm>
#include <cmath>

#include "hall/base/utf8.h"
#include "kiosk/printer/slip_lines.h"

namespace linli::kiosk {

namespace {

constexpr int top_dots = 28, bottom_dots = 20;
constexpr int narrow_below_dots = 512;
constexpr int text_size_dots = 30;  // up to here a size is for reading at arm's length, on any paper
constexpr int mark_gap_dots = 16, mark_below_dots = 8;
constexpr int facts_pad_x_dots = 4, facts_pad_y_dots = 12, facts_gap_dots = 16;
constexpr int label_line_percent = 130, value_line_percent = 125, ends_line_percent = 140;
// ISO/IEC 18004 wants four modules of white around a code; three are read as well, and fit beside a rule.
constexpr int white_modules = 4, white_modules_least = 3;
constexpr int module_dots_least = 3;
constexpr int beside_column_em_least = 8;
constexpr int ruler_height_dots = 28, dots_a_centimetre = 80, ruler_digit_dots = 22;

int rounded(float value) { return static_cast<int>(std::lround(value)); }

// A paper that grows downwards, a block at a time.
class Layout {
public:
    Layout(SlipFonts& fonts, int width_dots) : fonts_(fonts), left_(slip_margin(width_dots)) {
        laid_.width_dots = width_dots;
        width_ = width_dots - 2 * left_;
    }

    Status add(const SlipBlock& block) {
        y_ = std::max(y_ + static_cast<float>(block.above_dots), static_cast<float>(white_until_));
        return std::visit([&](const auto& what) { return lay(what); }, block.what);
    }

    LaidSlip done() && {
        laid_.height_dots = std::max(rounded(y_), white_until_) + bottom_dots;
        return std::move(laid_);
    }

private:
    struct Column {
        int x = 0, width = 0;
    };
    Column whole() const { return {left_, width_}; }
    int sized(int size_dots) const { return size_on_paper(size_dots, laid_.width_dots); }
    float line_height(int size_dots, int percent) const { return static_cast<float>(size_dots * percent) / 100.0F; }

    Status lay(const SlipText& text) {
        paragraph(text, whole());
        return {};
    }
    Status lay(const SlipMarked& marked);
    Status lay(const SlipNumber& number);
    Status lay(const SlipRule& rule) {
        fill(LaidItem::Kind::rule, {left_, rounded(y_), width_, rule.thickness_dots});
        y_ += static_cast<float>(rule.thickness_dots);
        return {};
    }
    Status lay(const SlipFacts& facts);
    Status lay(const SlipCode& code);
    Status lay(const SlipEnds& ends);
    Status lay(const SlipRuler& ruler);
    Status lay(const SlipGrey& grey) {
        fill(LaidItem::Kind::grey, {0, rounded(y_), laid_.width_dots, grey.height_dots});
        y_ += static_cast<float>(grey.height_dots);
        return {};
    }

    SlipText on_paper(SlipText text) const {
        text.style.size_dots = sized(text.style.size_dots);
        return text;
    }
    /// Of text in its size on this paper.
    std::vector<BrokenLine> lines_of(const SlipText& text, int width) const {
        const auto width_of = [&](char32_t code) {
            return fonts_.glyph(code, text.style.weight, text.style.size_dots).advance;
        };
        return text.style.align == SlipAlign::centre ? balanced_lines(text.words, width_of, static_cast<float>(width))
                                                     : broken_lines(text.words, width_of, static_cast<float>(width));
    }
    float paragraph_height(const std::vector<SlipText>& texts, int width) const {
        float height = 0;
        for (const SlipText& plan : texts) {
            const SlipText text = on_paper(plan);
            height += line_height(text.style.size_dots, text.style.line_percent) *
                      static_cast<float>(lines_of(text, width).size());
        }
        return height;
    }
    void lines(const SlipText& text, Column column);
    void paragraph(const SlipText& text, Column column) { lines(on_paper(text), column); }
    float facts_width(const SlipFacts& facts, int value_size) const;
    void mark(const std::string& words, int size_dots, int x, int baseline);
    int baseline_at(float top, int size_dots, float height) const {
        const float letters = (fonts_.ascent() + fonts_.descent()) * static_cast<float>(size_dots);
        return rounded(top + (height - letters) / 2 + fonts_.ascent() * static_cast<float>(size_dots));
    }
    void words_at(const std::string& words, SlipWeight weight, int size_dots, int x, int baseline, const DotBox& room);
    void fill(LaidItem::Kind kind, const DotBox& box) {
        LaidItem item;
        item.kind = kind;
        item.room = item.ink = box;
        laid_.items.push_back(std::move(item));
    }
    int lowest_ink() const {
        int lowest = 0;
        for (const LaidItem& item : laid_.items) lowest = std::max(lowest, item.ink.bottom());
        return lowest;
    }
    int place_code(PhoneCode code, int x, int module_dots);

    SlipFonts& fonts_;
    LaidSlip laid_;
    int left_ = 0, width_ = 0;
    float y_ = top_dots;
    int white_until_ = 0;  ///< below a code nothing may stand higher
};

int aligned(SlipAlign align, int x, int width, float needed) {
    if (align == SlipAlign::left) return x;
    const float free = static_cast<float>(width) - needed;
    return x + rounded(align == SlipAlign::right ? free : free / 2);
}

void Layout::words_at(const std::string& words, SlipWeight weight, int size_dots, int x, int baseline,
                      const DotBox& room) {
    LaidItem item;
    item.words = words;
    item.weight = weight;
    item.size_dots = size_dots;
    item.x = x;
    item.baseline = baseline;
    item.room = room;
    float pen = static_cast<float>(x);
    for (const Character& character : characters(words)) {
        const SlipGlyph& glyph = fonts_.glyph(character.code, weight, size_dots);
        if (glyph.width > 0)
            item.ink = around(item.ink, {rounded(pen) + glyph.left, baseline - glyph.top, glyph.width, glyph.height});
        pen += glyph.advance;
    }
    laid_.items.push_back(std::move(item));
}

void Layout::lines(const SlipText& text, Column column) {
    const int size = text.style.size_dots;
    const float height = line_height(size, text.style.line_percent);
    for (const BrokenLine& line : lines_of(text, column.width)) {
        const DotBox room{column.x, rounded(y_), column.width, rounded(height)};
        words_at(line.words, text.style.weight, size, aligned(text.style.align, column.x, column.width, line.width),
                 baseline_at(y_, size, height), room);
        y_ += height;
    }
}

struct MarkSize {
    int size_dots = 0, stroke = 0, pad_x = 0, width = 0;
};

// The largest size up to the wanted one at which the mark with its frame fits.
MarkSize mark_size(SlipFonts& fonts, const std::string& words, int size_dots, int width) {
    MarkSize mark;
    for (mark.size_dots = size_dots;; --mark.size_dots) {
        mark.stroke = std::max(3, mark.size_dots / 10);
        mark.pad_x = mark.size_dots * 10 / 28;
        mark.width =
            rounded(words_width(fonts, words, SlipWeight::bold, mark.size_dots)) + 2 * (mark.stroke + mark.pad_x);
        if (mark.width <= width || mark.size_dots <= 12) return mark;
    }
}

void Layout::mark(const std::string& words, int size_dots, int x, int baseline) {
    const MarkSize mark = mark_size(fonts_, words, size_dots, width_);
    const int above = rounded(fonts_.ascent() * static_cast<float>(mark.size_dots)) - mark.size_dots / 14;
    const int below = rounded(fonts_.descent() * static_cast<float>(mark.size_dots));
    LaidItem frame;
    frame.kind = LaidItem::Kind::frame;
    frame.stroke_dots = mark.stroke;
    frame.ink = {x, baseline - above - mark.stroke, mark.width, above + below + 2 * mark.stroke};
    frame.room = frame.ink;
    const DotBox inside{x + mark.stroke, frame.ink.y + mark.stroke, mark.width - 2 * mark.stroke, above + below};
    laid_.items.push_back(std::move(frame));
    words_at(words, SlipWeight::bold, mark.size_dots, x + mark.stroke + mark.pad_x, baseline, inside);
}

Status Layout::lay(const SlipMarked& marked) {
    const SlipStyle& style = marked.text.style;
    if (marked.mark.empty()) return lay(marked.text);
    const int size = sized(style.size_dots), mark_dots = sized(marked.mark_size_dots);
    const float height = line_height(size, style.line_percent);
    const MarkSize box = mark_size(fonts_, marked.mark, mark_dots, width_);
    const float words = marked.text.words.empty() ? 0 : words_width(fonts_, marked.text.words, style.weight, size);
    const float together = words + static_cast<float>(mark_gap_dots + box.width);
    if (words > 0 && together <= static_cast<float>(width_)) {
        const int x = aligned(style.align, left_, width_, together);
        const int baseline = baseline_at(y_, size, height);
        const int words_dots = rounded(words);
        words_at(marked.text.words, style.weight, size, x, baseline, {x, rounded(y_), words_dots, rounded(height)});
        mark(marked.mark, mark_dots, x + words_dots + mark_gap_dots, baseline);
        y_ += height;
        return {};
    }
    if (words > 0) {
        paragraph(marked.text, whole());
        y_ += mark_below_dots;
    }
    // The frame is higher than its letters' line.
    const float framed = line_height(box.size_dots, 145) + static_cast<float>(2 * box.stroke);
    mark(marked.mark, mark_dots, aligned(style.align, left_, width_, static_cast<float>(box.width)),
         baseline_at(y_, box.size_dots, framed));
    y_ += framed;
    return {};
}

Status Layout::lay(const SlipNumber& number) {
    const float wanted = words_width(fonts_, number.code, SlipWeight::bold, number.size_dots);
    int size = number.size_dots;
    if (wanted > static_cast<float>(width_))
        size = static_cast<int>(static_cast<float>(size) * static_cast<float>(width_) / wanted);
    const float height = line_height(size, number.line_percent);
    const float width = words_width(fonts_, number.code, SlipWeight::bold, size);
    words_at(number.code, SlipWeight::bold, size, aligned(SlipAlign::centre, left_, width_, width),
             baseline_at(y_, size, height), {left_, rounded(y_), width_, rounded(height)});
    y_ += height;
    return {};
}

float Layout::facts_width(const SlipFacts& facts, int value_size) const {
    const int label_size = sized(facts.label_size_dots);
    float width = facts_gap_dots * (static_cast<float>(facts.facts.size()) - 1);
    for (const SlipFact& fact : facts.facts)
        width += std::max(words_width(fonts_, fact.label, SlipWeight::regular, label_size),
                          words_width(fonts_, fact.value, SlipWeight::bold, value_size));
    return width;
}

Status Layout::lay(const SlipFacts& facts) {
    if (facts.rule_dots > 0) LINLI_TRY(lay(SlipRule{facts.rule_dots}));
    y_ += facts_pad_y_dots;
    const Column inside{left_ + facts_pad_x_dots, width_ - 2 * facts_pad_x_dots};
    // A little smaller side by side is better than below one another.
    const int wanted = sized(facts.value_size_dots);
    int value_size = wanted;
    while (value_size > wanted * 5 / 6 && facts_width(facts, value_size) > static_cast<float>(inside.width))
        --value_size;
    const bool across = facts_width(facts, value_size) <= static_cast<float>(inside.width);
    if (!across) value_size = wanted;
    const float top = y_;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        if (across) y_ = top;
        const SlipAlign align = across && i > 0 ? SlipAlign::right : SlipAlign::left;
        paragraph({facts.facts[i].label, {facts.label_size_dots, label_line_percent, SlipWeight::regular, align}},
                  inside);
        lines({facts.facts[i].value, {value_size, value_line_percent, SlipWeight::bold, align}}, inside);
    }
    y_ += facts_pad_y_dots;
    if (facts.rule_dots > 0) LINLI_TRY(lay(SlipRule{facts.rule_dots}));
    return {};
}

int Layout::place_code(PhoneCode code, int x, int module_dots) {
    LaidItem item;
    item.kind = LaidItem::Kind::code;
    const int side = code.modules * module_dots;
    const int y = std::max(rounded(y_), lowest_ink() + white_modules_least * module_dots);
    item.room = item.ink = {x, y, side, side};
    item.stroke_dots = module_dots;
    item.code = std::move(code);
    laid_.items.push_back(std::move(item));
    white_until_ = y + side + white_modules_least * module_dots;
    return y + side;
}

Status Layout::lay(const SlipCode& code) {
    LINLI_TRY_ASSIGN(PhoneCode modules, phone_code(code.payload));
    const int module_dots = std::max(module_dots_least, code.side_dots / modules.modules);
    const int side = modules.modules * module_dots;
    if (side + 2 * white_modules_least * module_dots > laid_.width_dots)
        return fail(ErrorCode::invalid_input, "a code for a phone is too large for the paper");
    const Column beside{left_, width_ - side - white_modules * module_dots};
    int largest = 0;
    for (const SlipText& text : code.beside) largest = std::max(largest, sized(text.style.size_dots));
    // Words that would run far below the code have the whole width, and the code comes below them.
    const bool fits = beside.width >= beside_column_em_least * largest &&
                      paragraph_height(code.beside, beside.width) <= static_cast<float>(2 * side);
    if (code.beside.empty() || !fits) {
        for (const SlipText& text : code.beside) paragraph(text, whole());
        place_code(std::move(modules), (laid_.width_dots - side) / 2, module_dots);
        y_ = static_cast<float>(white_until_ - white_modules_least * module_dots);
        return {};
    }
    const float top = y_;
    const int bottom = place_code(std::move(modules), left_ + width_ - side, module_dots);
    y_ = top;
    for (const SlipText& text : code.beside) paragraph(text, beside);
    y_ = std::max(y_, static_cast<float>(bottom));
    return {};
}

Status Layout::lay(const SlipEnds& ends) {
    const int size = sized(ends.size_dots);
    const float together = words_width(fonts_, ends.left, SlipWeight::regular, size) +
                           words_width(fonts_, ends.right, SlipWeight::regular, size) + facts_gap_dots;
    const bool across = together <= static_cast<float>(width_);
    const float top = y_;
    SlipStyle style{ends.size_dots, ends_line_percent, SlipWeight::regular, SlipAlign::left};
    if (!ends.left.empty()) paragraph({ends.left, style}, whole());
    if (across) {
        y_ = top;
        style.align = SlipAlign::right;
    }
    if (!ends.right.empty()) paragraph({ends.right, style}, whole());
    return {};
}

Status Layout::lay(const SlipRuler&) {
    const int top = rounded(y_);
    fill(LaidItem::Kind::ruler, {0, top, laid_.width_dots, ruler_height_dots});
    for (int centimetre = 1; centimetre * dots_a_centimetre < laid_.width_dots; ++centimetre) {
        const std::string digits = std::to_string(centimetre);
        const float width = words_width(fonts_, digits, SlipWeight::regular, ruler_digit_dots);
        const DotBox room{centimetre * dots_a_centimetre - 20, top + ruler_height_dots, 40, 30};
        words_at(digits, SlipWeight::regular, ruler_digit_dots, centimetre * dots_a_centimetre - rounded(width / 2),
                 room.y + 24, room);
    }
    y_ += ruler_height_dots + 30;
    return {};
}

}  // namespace

int slip_margin(int width_dots) { return width_dots / 24; }

int size_on_paper(int size_dots, int width_dots) {
    if (width_dots >= narrow_below_dots || size_dots <= text_size_dots) return size_dots;
    return text_size_dots + (size_dots - text_size_dots) / 2;
}

float words_width(SlipFonts& fonts, std::string_view words, SlipWeight weight, int size_dots) {
    float width = 0;
    for (const Character& character : characters(words))
        width += fonts.glyph(character.code, weight, size_dots).advance;
    return width;
}

Result<LaidSlip> lay_out(const Slip& slip, SlipFonts& fonts, int width_dots) {
    Layout layout(fonts, width_dots);
    for (const SlipBlock& block : slip.blocks) LINLI_TRY(layout.add(block));
    return std::move(layout).done();
}

}  // namespace linli::kiosk
