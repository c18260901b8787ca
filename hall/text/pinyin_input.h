// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace linli {

/// A word that typed letters may mean.
struct PinyinCandidate {
    std::string text{};
    std::size_t letters = 0;  ///< how many of the letters it takes, from the first
    bool operator==(const PinyinCandidate&) const = default;
};

struct PinyinReading {
    std::vector<std::size_t> ends;  ///< where the syllables of the likeliest reading end: jin'tie is 3, 6
    std::vector<PinyinCandidate> candidates;
};

/// Reads letters (a–z, an apostrophe between syllables) as an input method does: what takes all of them first, then
/// shorter words and single characters, the more usual first. After the dictionary's own characters of the first
/// syllable come all others that Unicode knows to be read so and that `can_draw`: names are made of them. Nothing is
/// learnt or kept: the same letters always give the same. Letters after the first 32 wait until those are chosen.
PinyinReading read_pinyin(std::string_view letters, const std::function<bool(char32_t)>& can_draw);

}  // namespace linli
