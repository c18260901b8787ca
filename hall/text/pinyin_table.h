// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace linli {

/// Every character's readings as generate_pinyin.cpp lays them out. Characters that follow one another make a run, and
/// characters of the same readings share one list, so that the whole takes some 200 kB.
struct PinyinTable {
    struct Run {
        char32_t first;
        std::uint32_t count;
        std::uint32_t offset;  // of the first one in list_of_character
    };
    struct List {
        std::uint16_t begin;  // in readings
        std::uint16_t count;
    };
    std::span<const Run> runs;  // ascending
    std::span<const std::uint16_t> list_of_character;
    std::span<const List> lists;
    std::span<const std::string_view> readings;
};

/// Defined in the generated files: every reading without tones; the most usual one with its tone number.
extern const PinyinTable pinyin_table;
extern const PinyinTable spoken_table;
/// The 8,105 characters of 通用规范汉字表, ascending.
extern const std::span<const char32_t> standard_characters;

}  // namespace linli
