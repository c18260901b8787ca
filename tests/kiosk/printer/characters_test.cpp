// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/printer/gbk.h"
#include "kiosk/printer/paper_picture.h"
#include "kiosk/printer/slip_bytes.h"
#include "kiosk/printer/slip_fonts.h"

using namespace linli;
using namespace linli::kiosk;

namespace {

/// The Han characters of GB 18030-2022 at level 3: 87,887, by Unicode block.
struct Block {
    const char* name;
    char32_t first, last;
};
constexpr Block level_3[] = {
    {"unified", 0x4E00, 0x9FEF}, {"Ext A", 0x3400, 0x4DB5},   {"Ext B", 0x20000, 0x2A6D6}, {"Ext C", 0x2A700, 0x2B734},
    {"Ext D", 0x2B740, 0x2B81D}, {"Ext E", 0x2B820, 0x2CEA1}, {"Ext F", 0x2CEB0, 0x2EBE0},
};
// Twelve unified characters stand among the compatibility ones.
constexpr char32_t compatibility[] = {0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F,
                                      0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29};

std::string utf8_of(char32_t code) {
    const auto part = [&](int shift, unsigned mark) { return static_cast<char>(mark | ((code >> shift) & 0x3F)); };
    if (code < 0x10000) return {static_cast<char>(0xE0 | (code >> 12)), part(6, 0x80), part(0, 0x80)};
    return {static_cast<char>(0xF0 | (code >> 18)), part(12, 0x80), part(6, 0x80), part(0, 0x80)};
}

std::unique_ptr<SlipFonts> fonts() {
    const auto files = FontFiles::find();
    REQUIRE(files.has_value());
    auto opened = SlipFonts::open(*files);
    REQUIRE(opened.has_value());
    return std::move(*opened);
}

bool has_ink(const SlipGlyph& glyph) { return std::ranges::count(glyph.dots, 1) >= 8; }

// Every character of the blocks, or one in so many.
std::vector<char32_t> sample(char32_t step) {
    std::vector<char32_t> all(std::begin(compatibility), std::end(compatibility));
    for (const Block& block : level_3)
        for (char32_t code = block.first; code <= block.last; code += step) all.push_back(code);
    return all;
}

}  // namespace

TEST_CASE("a font has every Han character of GB 18030-2022, level 3") {
    const auto with = fonts();
    const std::vector<char32_t> all = sample(1);
    CHECK(all.size() == 87'887);
    std::size_t missing = 0;
    for (const char32_t code : all)
        if (!with->has(code)) ++missing;
    CHECK(missing == 0);
}

TEST_CASE("characters of every block are drawn with ink, in both weights, at a text's size") {
    const auto with = fonts();
    for (const char32_t code : sample(61))
        for (const SlipWeight weight : {SlipWeight::regular, SlipWeight::bold}) {
            const SlipGlyph& glyph = with->glyph(code, weight, 28);
            INFO(utf8_of(code));
            CHECK((glyph.found && has_ink(glyph)));
            CHECK((glyph.advance > 26 && glyph.advance < 30));
        }
}

TEST_CASE("a rare character is neither thin as a hair nor blotted beside the others") {
    const auto with = fonts();
    const auto share_black = [&](char32_t code, SlipWeight weight) {
        const SlipGlyph& glyph = with->glyph(code, weight, 28);
        return static_cast<double>(std::ranges::count(glyph.dots, 1)) / (28.0 * 28.0);
    };
    // U+20BB7 beside its everyday twin U+5409.
    for (const SlipWeight weight : {SlipWeight::regular, SlipWeight::bold}) {
        const double rare = share_black(0x20BB7, weight), usual = share_black(0x5409, weight);
        CHECK((rare > usual * 0.6 && rare < usual * 1.5));
    }
}

TEST_CASE("what no font has is seen to be missing, not passed over") {
    const auto with = fonts();
    const SlipGlyph& glyph = with->glyph(0x10FFFD, SlipWeight::regular, 28);
    CHECK_FALSE(glyph.found);
    CHECK(has_ink(glyph));
}

TEST_CASE("in both letterings a slip with one character of each block prints it") {
    const auto press = SlipPress::open();
    REQUIRE(press.has_value());
    for (const Block& block : level_3) {
        INFO(block.name);
        const std::string character = utf8_of(block.first + (block.last - block.first) / 2);
        const Slip slip{{{0, SlipText{character, {}}}}};
        const auto drawn = (*press)->bytes(slip, {576, Lettering::drawn});
        REQUIRE(drawn.has_value());
        const auto paper = paper_picture(*drawn);
        REQUIRE(paper.has_value());
        CHECK(paper->ink().height > 16);
        const auto own = (*press)->bytes(slip, {576, Lettering::printers_own});
        REQUIRE(own.has_value());
        if (const auto gbk = gbk_of(character))
            CHECK(own->find(*gbk + "\n") != std::string::npos);
        else
            CHECK(own->find("\x1Dv0") != std::string::npos);
    }
}
