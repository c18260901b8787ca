// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "kiosk/draw/geometry.h"
#include "kiosk/draw/text_style.h"

struct ImFont;

namespace linli::kiosk {

class Fonts;
struct GlyphBudget;

/// A text broken into lines after UAX #14 (with the Chinese rules for what may not begin or end a line) and measured
/// glyph by glyph, in pixels. Canvas makes one for each text it measures or draws.
class TextBlock {
public:
    struct Run {
        std::string text;
        ImFont* font = nullptr;
        Tint tint;
        float x = 0;  ///< from the line's beginning
        float width = 0;
        float ink_left = 0, ink_right = 0, ink_top = 0, ink_bottom = 0;  ///< from the run's top left corner
    };
    struct Line {
        std::vector<Run> runs;
        float width = 0;  ///< without blanks at the end
    };

    TextBlock(std::span<const Span> spans, const Fonts& fonts, GlyphBudget& budget, float size_px, float line_px,
              float width_px);

    const std::vector<Line>& lines() const { return lines_; }
    float size_px() const { return size_px_; }
    float line_px() const { return line_px_; }
    float width_px() const;
    float height_px() const { return line_px_ * static_cast<float>(lines_.size()); }
    const std::string& text() const { return text_; }
    const std::u32string& missing() const { return missing_; }

private:
    struct Character;
    std::vector<Character> characters_of(std::span<const Span> spans, const Fonts& fonts, GlyphBudget& budget);
    void look_up(Character& character, GlyphBudget& budget);
    void break_lines(const std::vector<Character>& characters, float width_px);
    void add_line(std::span<const Character> characters);

    std::string text_;
    std::u32string missing_;
    std::vector<Line> lines_;
    float size_px_;
    float line_px_;
};

}  // namespace linli::kiosk
