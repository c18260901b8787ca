// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace linli {

/// The words that pinyin input offers, as generate_phrases.cpp lays them out: one entry for a word and its reading, one
/// syllable for each of its characters. Entries ascend by their syllables, so that all that begin alike stand together,
/// the shorter first; among the same readings the more usual first.
struct PhraseTable {
    struct Entry {
        std::uint32_t begin;  // in `numbers` and in `characters`
        std::uint32_t count;
        std::uint32_t weight;  // how often it was met in a large corpus
    };
    std::span<const std::string_view> syllables;  // ascending; their places are the numbers
    std::span<const std::uint16_t> numbers;
    std::u16string_view characters;
    std::span<const Entry> entries;
    double weight_of_all;
};

/// Defined in the generated file.
extern const PhraseTable phrase_table;

}  // namespace linli
