// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace linli::kiosk {

/// A line of words and how wide it is, blanks at its end left out.
struct BrokenLine {
    std::string words;
    float width = 0;
};

/// How wide one character is, in whatever unit the lines' room is given.
using CharacterWidth = std::function<float(char32_t)>;

/// Breaks words into lines after UAX #14 with the Chinese rules. A word that is wider than a whole line is broken
/// anywhere: on paper nothing can stick out. Words in brackets at the end stay together where a line holds them.
std::vector<BrokenLine> broken_lines(std::string_view words, const CharacterWidth& width_of, float room);
/// The same number of lines, as equal in length as can be; for words in the middle of the paper.
std::vector<BrokenLine> balanced_lines(std::string_view words, const CharacterWidth& width_of, float room);

}  // namespace linli::kiosk
