// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace linli {

/// All ways to read letters as pinyin syllables, those of the fewest syllables first, at most eight; the last syllable
/// may be begun only. "xian" is xian and xi'an. Empty for what is no pinyin.
std::vector<std::vector<std::string>> syllable_splits(std::string_view letters);

/// The syllable without what many do not tell apart: zh, ch and sh as z, c and s; an, en and in for ang, eng and ing;
/// n for l before a vowel. Same-sound slips have the same.
std::string soft_syllable(std::string_view syllable);

}  // namespace linli
