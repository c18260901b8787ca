// SPDX-License-Identifier: Apache-2.0
#include "hall/text/pinyin.h"

#include <algorithm>

#include "hall/text/pinyin_table.h"

namespace linli {

namespace {

std::span<const std::string_view> readings_in(const PinyinTable& table, char32_t character) {
    const auto after = std::ranges::upper_bound(table.runs, character, {}, &PinyinTable::Run::first);
    if (after == table.runs.begin()) return {};
    const PinyinTable::Run& run = *(after - 1);
    if (character - run.first >= run.count) return {};
    const PinyinTable::List& list = table.lists[table.list_of_character[run.offset + (character - run.first)]];
    return table.readings.subspan(list.begin, list.count);
}

}  // namespace

std::span<const std::string_view> pinyin_readings(char32_t character) { return readings_in(pinyin_table, character); }

std::string_view spoken_reading(char32_t character) {
    const auto readings = readings_in(spoken_table, character);
    return readings.empty() ? std::string_view() : readings.front();
}

}  // namespace linli
