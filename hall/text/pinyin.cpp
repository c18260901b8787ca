// SPDX-License-Identifier: Apache-2.0
#include "hall/text/pinyin.h"

#include <algorithm>

#include "hall/text/pinyin_table.h"

namespace linli {

std::span<const std::string_view> pinyin_readings(char32_t character) {
    const auto after = std::ranges::upper_bound(pinyin_table.runs, character, {}, &PinyinTable::Run::first);
    if (after == pinyin_table.runs.begin()) return {};
    const PinyinTable::Run& run = *(after - 1);
    if (character - run.first >= run.count) return {};
    const PinyinTable::List& list =
        pinyin_table.lists[pinyin_table.list_of_character[run.offset + (character - run.first)]];
    return pinyin_table.readings.subspan(list.begin, list.count);
}

}  // namespace linli
