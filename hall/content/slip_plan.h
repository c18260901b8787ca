// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "hall/content/localized_text.h"

namespace linli {

enum class SlipWeight : std::uint8_t { regular, bold };
enum class SlipAlign : std::uint8_t { left, centre, right };

/// How words stand on the paper. Sizes are em sizes in the printer's dots, 8 to the millimetre, for paper of 80 mm;
/// narrower paper has the larger ones smaller.
struct SlipStyle {
    int size_dots = 28;
    int line_percent = 140;  ///< a line's height as a share of the size
    SlipWeight weight = SlipWeight::regular;
    SlipAlign align = SlipAlign::left;
};

/// Words with placeholders ("到 {window}"). Where one of them has nothing to say, the whole line is left out.
struct SlipLine {
    LocalizedText words;
    SlipStyle style;
};

/// The matter's name, and in a box that its number is called earlier, where it is.
struct SlipMatterRow {
    SlipStyle name;
    int mark_size_dots = 28;
};
struct SlipNumberRow {
    int size_dots = 188;
    int line_percent = 112;
};
struct SlipRule {
    int thickness_dots = 2;
};
/// A small label over a large value; left out where the value has nothing to say.
struct SlipFactLine {
    LocalizedText label;
    LocalizedText value;
};
/// One or two facts side by side between two rules, or below one another where they are too wide.
struct SlipFactsRow {
    std::vector<SlipFactLine> facts;
    int label_size_dots = 26;
    int value_size_dots = 48;
    int rule_dots = 2;
};
/// The code for a phone with lines beside it, or above it where too little room is left.
struct SlipCodeRow {
    int side_dots = 203;
    std::vector<SlipLine> beside;
};
/// Words at both ends of one line.
struct SlipEndsRow {
    LocalizedText left;
    LocalizedText right;
    int size_dots = 24;
};

struct SlipRow {
    int above_dots = 0;  ///< free above it
    std::variant<SlipLine, SlipMatterRow, SlipNumberRow, SlipRule, SlipFactsRow, SlipCodeRow, SlipEndsRow> what;
};

/// What stands on the paper slip of a number, from top to bottom (slip.json).
struct SlipPlan {
    std::vector<SlipRow> rows;
};

/// The placeholders that a slip's words may hold: hall/content/content_format.md says what each stands for.
inline constexpr std::string_view slip_placeholders[] = {
    "hall",   "short_hall", "date",  "time",  "matter",       "code",       "ahead",      "wait",
    "window", "counters",   "place", "bring", "rejoin_after", "check_code", "no_counter", "waiting_area"};

}  // namespace linli
