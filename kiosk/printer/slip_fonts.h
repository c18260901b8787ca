// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string_view>
#include <tuple>
#include <vector>

#include "hall/base/result.h"
#include "hall/content/slip_plan.h"
#include "kiosk/draw/font_files.h"

namespace linli::kiosk {

/// One letter as the head burns it: dots around the point where it stands on the line.
struct SlipGlyph {
    float advance = 0;
    int left = 0, top = 0;  ///< of the dots, from the point: to the right, upwards
    int width = 0, height = 0;
    std::vector<std::uint8_t> dots;  ///< 1 for black, row by row
    bool found = true;               ///< false where no font has the character
};

/// The fonts of the paper, the same files as the screen's, mapped and drawn by FreeType in black and white. Keeps the
/// letters that it has drawn. The press makes one.
class SlipFonts {
public:
    static Result<std::unique_ptr<SlipFonts>> open(const FontFiles& files);
    ~SlipFonts();
    SlipFonts(const SlipFonts&) = delete;
    SlipFonts& operator=(const SlipFonts&) = delete;

    /// The same glyph until some thousands of others were drawn.
    const SlipGlyph& glyph(char32_t code, SlipWeight weight, int size_dots);
    bool has(char32_t code) const;
    /// How far letters reach above and below the line, as shares of their size.
    float ascent() const { return ascent_; }
    float descent() const { return descent_; }
    /// Draws the letters that slips have most, so that the first slip is as quick as the next.
    void warm_up(std::string_view words, SlipWeight weight, int size_dots);

private:
    struct Faces;
    explicit SlipFonts(std::unique_ptr<Faces> faces);
    SlipGlyph draw(char32_t code, SlipWeight weight, int size_dots);

    std::unique_ptr<Faces> faces_;
    float ascent_ = 1.16F, descent_ = 0.288F;
    std::map<std::tuple<char32_t, SlipWeight, int>, SlipGlyph> drawn_;
};

}  // namespace linli::kiosk
