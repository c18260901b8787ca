// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/papers/slip.h"
#include "kiosk/draw/phone_code.h"
#include "kiosk/printer/bitmap.h"
#include "kiosk/printer/slip_fonts.h"

namespace linli::kiosk {

/// One thing and its place on the paper. Tests look at the boxes: ink lies in its room, and meets no other's.
struct LaidItem {
    enum class Kind : std::uint8_t { words, frame, rule, code, ruler, grey };
    Kind kind = Kind::words;
    DotBox room;  ///< that it was given
    DotBox ink;   ///< that it covers
    // Of words:
    std::string words;
    SlipWeight weight = SlipWeight::regular;
    int size_dots = 0;
    int x = 0, baseline = 0;
    // Of a frame: how thick its line is. Of a code: how large a module.
    int stroke_dots = 0;
    PhoneCode code;
};

/// A whole paper, every thing in its place.
struct LaidSlip {
    int width_dots = 0, height_dots = 0;
    std::vector<LaidItem> items;
};

/// Free at both sides of the paper.
int slip_margin(int width_dots);
/// Narrow paper has what is larger than a line of text smaller: a size of the plan on this paper.
int size_on_paper(int size_dots, int width_dots);

/// How wide one line of words is.
float words_width(SlipFonts& fonts, std::string_view words, SlipWeight weight, int size_dots);

/// Lays a slip out. Error: invalid_input where a code for a phone is too large for the paper.
Result<LaidSlip> lay_out(const Slip& slip, SlipFonts& fonts, int width_dots);

}  // namespace linli::kiosk
