// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/own_letters.h"

#include <algorithm>

#include "kiosk/printer/escpos.h"
#include "kiosk/printer/gbk.h"
#include "kiosk/printer/raster.h"
#include "kiosk/printer/slip_lines.h"

namespace linli::kiosk {

namespace {

constexpr int letter_dots = 24, column_dots = 12;
constexpr int twice_from_dots = 40;
constexpr int label_line_percent = 130, value_line_percent = 125, ends_line_percent = 140;
constexpr int facts_pad_dots = 10;
constexpr int code_gap_dots = 24;

int times_of(int size_dots) { return size_dots >= twice_from_dots ? 2 : 1; }

// A Han letter is as wide as two others; so is every character of two bytes.
float columns_of(char32_t code) { return code < 0x80 ? 1 : 2; }
int columns_of(const std::string& gbk) { return static_cast<int>(gbk.size()); }

class OwnLetters {
public:
    OwnLetters(SlipFonts& fonts, int width_dots)
        : fonts_(fonts), width_dots_(width_dots), columns_(width_dots / column_dots) {
        out_.chinese();
    }

    Status add(const SlipBlock& block) {
        out_.feed_dots(block.above_dots);
        return std::visit([&](const auto& what) { return print(what); }, block.what);
    }

    std::string done() && {
        out_.cut();
        return std::move(out_).done();
    }

private:
    Status print(const SlipText& text);
    Status print(const SlipMarked& marked);
    Status print(const SlipNumber& number);
    Status print(const SlipRule& rule) { return drawn({0, rule}); }
    Status print(const SlipFacts& facts);
    Status print(const SlipCode& code);
    Status print(const SlipEnds& ends) {
        return both(ends.left, ends.right, SlipWeight::regular, 1, ends_line_percent);
    }
    Status print(const SlipRuler& ruler) { return drawn({0, ruler}); }
    Status print(const SlipGrey& grey) { return drawn({0, grey}); }

    /// What the printer cannot do itself, as a picture over the whole width.
    Status drawn(SlipBlock block);
    Status both(const std::string& left, const std::string& right, SlipWeight weight, int times, int percent);
    void style(SlipWeight weight, int times, int percent, SlipAlign align = SlipAlign::left) {
        out_.align(align);
        out_.weight(weight);
        out_.letter_scale(times);
        out_.line_feed_dots(letter_dots * times * percent / 100);
    }
    void mark(const std::string& gbk) {
        out_.ground(Escpos::Ground::black);
        out_.text(" " + gbk + " ");
        out_.ground(Escpos::Ground::white);
    }

    SlipFonts& fonts_;
    int width_dots_, columns_;
    Escpos out_;
};

Status OwnLetters::drawn(SlipBlock block) {
    LINLI_TRY_ASSIGN(const LaidSlip laid, lay_out(Slip{{std::move(block)}}, fonts_, width_dots_));
    const Bitmap whole = raster_of(laid, fonts_);
    const DotBox ink = whole.ink();
    out_.align(SlipAlign::left);
    if (!ink.empty()) out_.picture(whole.part({0, ink.y, width_dots_, ink.height}));
    return {};
}

Status OwnLetters::print(const SlipText& text) {
    const int times = times_of(text.style.size_dots);
    const float room = static_cast<float>(columns_) / static_cast<float>(times);
    const CharacterWidth width_of = [](char32_t code) { return columns_of(code); };
    const auto lines = text.style.align == SlipAlign::centre ? balanced_lines(text.words, width_of, room)
                                                             : broken_lines(text.words, width_of, room);
    for (const BrokenLine& line : lines) {
        const auto gbk = gbk_of(line.words);
        if (!gbk) {
            SlipText alone{line.words, text.style};
            alone.style.size_dots = letter_dots * times;
            LINLI_TRY(drawn({0, std::move(alone)}));
            out_.feed_dots(letter_dots * times * (text.style.line_percent - 100) / 100);
            continue;
        }
        style(text.style.weight, times, text.style.line_percent, text.style.align);
        out_.text(*gbk);
        out_.end_line();
    }
    return {};
}

Status OwnLetters::print(const SlipMarked& marked) {
    if (marked.mark.empty()) return print(marked.text);
    const auto words = gbk_of(marked.text.words), sign = gbk_of(marked.mark);
    if (!sign || !words) return drawn({0, marked});
    const SlipStyle& style_of = marked.text.style;
    const int times = times_of(style_of.size_dots), mark_times = times_of(marked.mark_size_dots);
    const int mark_columns = (columns_of(*sign) + 2) * mark_times;
    const bool together = words->empty() || columns_of(*words) * times + 1 + mark_columns <= columns_;
    if (!together) LINLI_TRY(print(marked.text));
    const bool mark_fits_twice = mark_columns <= columns_;
    style(style_of.weight, together ? times : 1, style_of.line_percent, style_of.align);
    if (together && !words->empty()) out_.text(*words + " ");
    out_.letter_scale(mark_fits_twice ? mark_times : 1);
    mark(*sign);
    out_.end_line();
    return {};
}

// Of half as many dots, each burnt twice: a quarter of the bytes for what is most of a slip's picture.
Status OwnLetters::print(const SlipNumber& number) {
    SlipNumber half = number;
    half.size_dots /= 2;
    LINLI_TRY_ASSIGN(const LaidSlip laid, lay_out(Slip{{{0, half}}}, fonts_, width_dots_ / 2));
    const Bitmap whole = raster_of(laid, fonts_);
    const DotBox ink = whole.ink();
    if (ink.empty()) return {};
    const int line = number.size_dots * number.line_percent / 100, around = std::max(0, line - 2 * ink.height);
    out_.align(SlipAlign::centre);
    out_.feed_dots(around / 2);
    out_.picture(whole.part(ink), RasterScale::twice);
    out_.feed_dots(around / 2);
    return {};
}

Status OwnLetters::both(const std::string& left, const std::string& right, SlipWeight weight, int times, int percent) {
    const auto left_gbk = gbk_of(left), right_gbk = gbk_of(right);
    const int columns = columns_ / times;
    if (left_gbk && right_gbk && columns_of(*left_gbk) + 1 + columns_of(*right_gbk) <= columns) {
        style(weight, times, percent);
        const auto between = static_cast<std::size_t>(columns - columns_of(*left_gbk) - columns_of(*right_gbk));
        out_.text(*left_gbk + (right_gbk->empty() ? std::string() : std::string(between, ' ') + *right_gbk));
        out_.end_line();
        return {};
    }
    for (const std::string& words : {left, right})
        if (!words.empty()) LINLI_TRY(print(SlipText{words, {letter_dots * times, percent, weight, SlipAlign::left}}));
    return {};
}

Status OwnLetters::print(const SlipFacts& facts) {
    if (facts.rule_dots > 0) LINLI_TRY(print(SlipRule{facts.rule_dots}));
    out_.feed_dots(facts_pad_dots);
    const int times = times_of(facts.value_size_dots);
    int together = static_cast<int>(facts.facts.size()) - 1;
    bool known = true;
    for (const SlipFact& fact : facts.facts) {
        const auto label = gbk_of(fact.label), value = gbk_of(fact.value);
        known = known && label && value;
        if (known) together += std::max((columns_of(*label) + times - 1) / times, columns_of(*value));
    }
    if (known && facts.facts.size() == 2 && together <= columns_ / times) {
        const SlipFact &first = facts.facts[0], &second = facts.facts[1];
        LINLI_TRY(both(first.label, second.label, SlipWeight::regular, 1, label_line_percent));
        LINLI_TRY(both(first.value, second.value, SlipWeight::bold, times, value_line_percent));
    } else {
        for (const SlipFact& fact : facts.facts) {
            LINLI_TRY(both(fact.label, "", SlipWeight::regular, 1, label_line_percent));
            LINLI_TRY(both(fact.value, "", SlipWeight::bold, times, value_line_percent));
        }
    }
    out_.feed_dots(facts_pad_dots);
    if (facts.rule_dots > 0) LINLI_TRY(print(SlipRule{facts.rule_dots}));
    return {};
}

Status OwnLetters::print(const SlipCode& code) {
    for (const SlipText& text : code.beside) LINLI_TRY(print(text));
    LINLI_TRY_ASSIGN(const PhoneCode modules, phone_code(code.payload));
    out_.feed_dots(code_gap_dots);
    out_.align(SlipAlign::centre);
    out_.phone_code(code.payload, code.side_dots / modules.modules);
    out_.feed_dots(code_gap_dots);
    return {};
}

}  // namespace

Result<std::string> own_letters(const Slip& slip, SlipFonts& fonts, int width_dots) {
    OwnLetters letters(fonts, width_dots);
    for (const SlipBlock& block : slip.blocks) LINLI_TRY(letters.add(block));
    return std::move(letters).done();
}

}  // namespace linli::kiosk
