// SPDX-License-Identifier: Apache-2.0
#include "hall/search/syllables.h"

#include <algorithm>
#include <set>

#include "hall/text/pinyin.h"

namespace linli {
namespace {

constexpr std::size_t syllable_letters_max = 6;  // zhuang
constexpr std::size_t ways_max = 8;

struct Syllables {
    std::set<std::string, std::less<>> whole, begun;

    Syllables() {
        constexpr char32_t first_han = 0x4E00, last_han = 0x9FFF;
        for (char32_t code = first_han; code <= last_han; ++code)
            for (const std::string_view reading : pinyin_readings(code)) {
                // Interjections such as "n" and "hng" would be found in any word.
                const bool has_vowel = reading.find_first_of("aeiouv") != std::string_view::npos;
                if (has_vowel && whole.emplace(reading).second)
                    for (std::size_t length = 1; length <= reading.size(); ++length)
                        begun.emplace(reading.substr(0, length));
            }
    }
};

const Syllables& known() {
    static const Syllables syllables;
    return syllables;
}

void split(std::string_view letters, std::vector<std::string>& so_far, std::vector<std::vector<std::string>>& ways) {
    constexpr std::size_t looked_at_max = 64;
    if (ways.size() >= looked_at_max) return;
    if (letters.empty()) {
        ways.push_back(so_far);
        return;
    }
    for (std::size_t length = std::min(syllable_letters_max, letters.size()); length > 0; --length) {
        const std::string_view part = letters.substr(0, length);
        const bool last = length == letters.size();
        if (!known().whole.contains(part) && !(last && known().begun.contains(part))) continue;
        so_far.emplace_back(part);
        split(letters.substr(length), so_far, ways);
        so_far.pop_back();
    }
}

}  // namespace

std::vector<std::vector<std::string>> syllable_splits(std::string_view letters) {
    std::vector<std::vector<std::string>> ways;
    std::vector<std::string> so_far;
    split(letters, so_far, ways);
    std::ranges::stable_sort(ways, {}, [](const auto& way) { return way.size(); });
    if (ways.size() > ways_max) ways.resize(ways_max);
    return ways;
}

std::string soft_syllable(std::string_view syllable) {
    std::string soft(syllable);
    if (soft.size() > 1 && soft[1] == 'h' && (soft[0] == 'z' || soft[0] == 'c' || soft[0] == 's')) soft.erase(1, 1);
    if (soft.ends_with("ng") && soft.size() > 3 && soft.find_first_of("aei") == soft.size() - 3) soft.pop_back();
    if (soft.starts_with('l') && soft.size() > 1) soft[0] = 'n';
    return soft;
}

}  // namespace linli
