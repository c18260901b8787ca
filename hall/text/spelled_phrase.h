// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace linli {

/// In what way a query meets a phrase, best first.
enum class SpellingManner {
    characters,  ///< by the characters themselves
    syllables,   ///< by whole pinyin syllables, the last one perhaps begun only, between characters as well
    initials,    ///< by the syllables' first letters
    mixed,       ///< by syllables and initials in turn
};

/// A phrase of a matter (its name, a keyword) in a form that can be searched by characters and by how they are read.
/// Punctuation and blanks of the phrase do not count. MatterSearch holds one per phrase.
class SpelledPhrase {
public:
    explicit SpelledPhrase(std::string_view text);

    struct Match {
        bool at_start = false;  ///< at the phrase's begin, or where a bracket opens: "最低生活保障（低保）"
        SpellingManner manner = SpellingManner::mixed;
        std::size_t begin = 0;  ///< bytes of the phrase
        std::size_t end = 0;
    };
    /// The best place where the whole query is found. `query` is folded (utf8.h), without blanks, 1 to 64 characters.
    std::optional<Match> find(std::u32string_view query) const;

private:
    struct Letter {
        char32_t code;
        std::size_t begin;
        std::size_t end;
        std::span<const std::string_view> readings;
        bool starts_phrase;
        bool may_begin;  // not inside a Latin word or a number
    };
    // How far a match goes that begins at this letter: the index of its last letter.
    std::optional<std::size_t> end_of_match(std::size_t first, std::u32string_view query, SpellingManner manner) const;

    std::vector<Letter> letters_;
};

}  // namespace linli
