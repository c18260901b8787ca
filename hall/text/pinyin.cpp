// SPDX-License-Identifier: Apache-2.0
#include "hall/text/pinyin.h"

#include <algorithm>
#include <tuple>
#include <utility>

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

std::vector<char32_t> characters_read(std::string_view reading) {
    const PinyinTable& table = pinyin_table;
    // Where in each list of readings this one stands; -1 for nowhere.
    std::vector<int> places(table.lists.size(), -1);
    for (std::size_t list = 0; list < table.lists.size(); ++list)
        for (int place = 0; place < table.lists[list].count; ++place)
            if (table.readings[table.lists[list].begin + static_cast<std::size_t>(place)] == reading)
                places[list] = place;
    std::vector<std::pair<int, char32_t>> ranked;
    for (const PinyinTable::Run& run : table.runs)
        for (std::uint32_t i = 0; i < run.count; ++i) {
            const int place = places[table.list_of_character[run.offset + i]];
            if (place < 0) continue;
            const char32_t code = run.first + i;
            // What is in Unicode for old sorting alone looks like another character and is never meant.
            const bool compatibility = (code >= 0xF900 && code <= 0xFAFF) || (code >= 0x2F800 && code <= 0x2FA1F);
            const bool standard = std::ranges::binary_search(standard_characters, code);
            if (!compatibility) ranked.emplace_back(standard ? 0 : place == 0 ? 1 : 2, code);
        }
    std::ranges::sort(ranked, [](const auto& a, const auto& b) {
        // Extension A stands before the basic block in Unicode, and is rarer.
        const auto rarity = [](const auto& one) {
            const char32_t code = one.second;
            return std::tuple(one.first, code >= 0x4E00 && code <= 0x9FFF ? 0 : code < 0x4E00 ? 1 : 2, code);
        };
        return rarity(a) < rarity(b);
    });
    std::vector<char32_t> found;
    for (const auto& [rank, code] : ranked) found.push_back(code);
    return found;
}

std::string_view spoken_reading(char32_t character) {
    const auto readings = readings_in(spoken_table, character);
    return readings.empty() ? std::string_view() : readings.front();
}

}  // namespace linli
