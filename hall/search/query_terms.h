// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace linli {

/// What somebody typed, in runs of one kind: "低保 jintie 80岁" is 低保, jintie, 80 and 岁.
struct QueryRun {
    enum class Kind { han, letters, digits } kind = Kind::han;
    std::u32string text;  ///< folded: full-width and capital letters are small ones

    std::string utf8() const;
};

struct QueryTerms {
    std::vector<QueryRun> runs;
    std::u32string plain;  ///< all runs, one after another
    bool empty() const { return runs.empty(); }
};

inline constexpr std::size_t query_characters_max = 64;

/// The first 64 characters' runs. Signs and blanks only part runs. Chinese numerals before 岁, and those with
/// tens, become digits, since that is how documents write ages.
QueryTerms query_terms(std::string_view text);

/// The run without the words that say nothing about a matter, in pieces of at least one character.
std::vector<std::u32string> pieces_without(const std::u32string& han, const std::vector<std::u32string>& stop_words);

std::string to_utf8(std::u32string_view text);
std::u32string to_utf32(std::string_view text);

}  // namespace linli
