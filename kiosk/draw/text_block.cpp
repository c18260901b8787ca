// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/text_block.h"

#include <imgui.h>
#include <imgui_internal.h>
#include <linebreak.h>

#include <cmath>

#include "kiosk/draw/fonts.h"
#include "kiosk/draw/glyph_budget.h"

namespace linli::kiosk {

struct TextBlock::Character {
    std::string_view bytes;
    char32_t code = 0;
    ImFont* font = nullptr;
    Tint tint;
    float advance = 0;
    float left = 0, right = 0, top = 0, bottom = 0;  ///< ink, from the character's origin
    bool visible = false;
    char after = LINEBREAK_NOBREAK;  ///< what may happen behind it
};

TextBlock::TextBlock(std::span<const Span> spans, const Fonts& fonts, GlyphBudget& budget, float size_px, float line_px,
                     float width_px)
    : size_px_(std::round(size_px)), line_px_(line_px) {
    for (const Span& span : spans) text_ += span.text;
    break_lines(characters_of(spans, fonts, budget), width_px);
}

float TextBlock::width_px() const {
    float widest = 0;
    for (const Line& line : lines_) widest = std::max(widest, line.width);
    return widest;
}

void TextBlock::look_up(Character& character, GlyphBudget& budget) {
    ImFontBaked* baked = character.font->GetFontBaked(size_px_);
    // Only wide characters can wait: their width is known without their shape.
    constexpr char32_t first_wide = 0x2E80;
    if (character.code >= first_wide && !baked->IsGlyphLoaded(character.code) && !budget.take()) {
        character.bytes = "\u3000";
        character.advance = size_px_ / Fonts::line_per_em;
        return;
    }
    const ImFontGlyph* glyph = baked->FindGlyphNoFallback(character.code);
    if (glyph == nullptr) {
        missing_ += character.code;
        glyph = baked->FindGlyph(character.code);
    }
    character.advance = glyph->AdvanceX;
    character.visible = glyph->Visible;
    character.left = glyph->X0;
    character.right = glyph->X1;
    character.top = glyph->Y0;
    character.bottom = glyph->Y1;
}

std::vector<TextBlock::Character> TextBlock::characters_of(std::span<const Span> spans, const Fonts& fonts,
                                                           GlyphBudget& budget) {
    std::vector<char> breaks(text_.size() + 1, LINEBREAK_NOBREAK);
    set_linebreaks_utf8(reinterpret_cast<const utf8_t*>(text_.data()), text_.size(), "zh", breaks.data());
    std::vector<Character> characters;
    characters.reserve(text_.size());
    std::size_t at = 0;
    for (const Span& span : spans) {
        ImFont* font = fonts.text(span.weight);
        for (const std::size_t end = at + span.text.size(); at < end;) {
            unsigned int code = 0;
            const int length = ImTextCharFromUtf8(&code, text_.data() + at, text_.data() + end);
            Character character{.bytes = std::string_view(text_).substr(at, static_cast<std::size_t>(length)),
                                .code = code,
                                .font = font,
                                .tint = span.tint};
            at += static_cast<std::size_t>(length);
            character.after = breaks[at - 1];
            if (code != '\n') look_up(character, budget);
            characters.push_back(character);
        }
    }
    return characters;
}

void TextBlock::break_lines(const std::vector<Character>& characters, float width_px) {
    constexpr float rounding_px = 0.5F;
    const std::span<const Character> all(characters);
    std::size_t begin = 0, may_break = 0;
    float width = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Character& character = all[i];
        const bool blank = character.code == ' ' || character.code == '\n';
        width += character.advance;
        if (!blank && width > width_px + rounding_px && may_break > begin) {
            add_line(all.subspan(begin, may_break - begin));
            begin = may_break;
            width = 0;
            for (std::size_t k = begin; k <= i; ++k) width += all[k].advance;
        }
        if (character.code == '\n') {
            add_line(all.subspan(begin, i - begin));
            begin = may_break = i + 1;
            width = 0;
        } else if (character.after == LINEBREAK_ALLOWBREAK) {
            may_break = i + 1;
        }
    }
    if (begin < all.size() || all.empty() || all.back().code == '\n') add_line(all.subspan(begin));
}

void TextBlock::add_line(std::span<const Character> characters) {
    while (!characters.empty() && characters.back().code == ' ') characters = characters.first(characters.size() - 1);
    Line line;
    for (const Character& character : characters) {
        if (line.runs.empty() || line.runs.back().font != character.font ||
            !(line.runs.back().tint == character.tint)) {
            Run run;
            run.font = character.font;
            run.tint = character.tint;
            run.x = std::round(line.width);
            run.ink_left = run.ink_top = 1e9F;
            run.ink_right = run.ink_bottom = -1e9F;
            line.runs.push_back(std::move(run));
            line.width = line.runs.back().x;
        }
        Run& run = line.runs.back();
        if (character.visible) {
            run.ink_left = std::min(run.ink_left, run.width + character.left);
            run.ink_right = std::max(run.ink_right, run.width + character.right);
            run.ink_top = std::min(run.ink_top, character.top);
            run.ink_bottom = std::max(run.ink_bottom, character.bottom);
        }
        run.text += character.bytes;
        run.width += character.advance;
        line.width += character.advance;
    }
    lines_.push_back(std::move(line));
}

}  // namespace linli::kiosk
