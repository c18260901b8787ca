// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace linli {

/// One character of a UTF-8 text and the bytes it stands in: [begin, end).
struct Character {
    char32_t code = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Reads the character at `position` (which must be inside the text). An ill-formed byte gives U+FFFD, one byte long.
Character character_at(std::string_view text, std::size_t position);
/// The first `most` characters.
std::vector<Character> characters(std::string_view text, std::size_t most = static_cast<std::size_t>(-1));
std::size_t character_count(std::string_view text);

/// The character in UTF-8.
std::string utf8_of(char32_t code);

/// A Han character of any plane, the ideographic zero included.
bool is_han(char32_t code);
/// Upper-case and full-width ASCII give lower-case ASCII; everything else itself.
char32_t folded(char32_t code);

/// What no line of text may hold: controls, line breaks, what turns the writing direction, what no eye sees, and what
/// was no UTF-8.
bool is_unprintable(char32_t code);
/// A line that a person may have typed: at most so many characters, none of them unprintable.
bool is_plain_line(std::string_view text, std::size_t characters_max);

/// How wide a text is in Han characters, a narrow character counting half; rounded up.
int width_in_han(std::string_view text);
/// The text, or its first characters and "…".
std::string shortened(std::string_view text, std::size_t characters_max);
/// The same for what a stranger may have written, with "?" for what no line may hold: fit for a terminal.
std::string shortened_line(std::string_view text, std::size_t characters_max);

}  // namespace linli
