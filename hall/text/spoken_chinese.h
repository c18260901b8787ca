// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace linli {

/// A text as a speech synthesiser takes it.
struct SpokenText {
    std::string pinyin;      ///< "qing3 A ling2 er4 qi1 hao4, dao4 san1 hao4 chuang1 kou3."
    std::u32string unknown;  ///< Han characters that have no reading; left out
};

/// What a Chinese text sounds like: pinyin with tone numbers, a comma or full stop for each pause. Words of
/// assets/speech/zh-words.txt come before the readings of single characters. Read as people say them are numbers (12,
/// 10,000, 0.5, 30 %), ticket codes and long numbers (digit by digit, 1 as yao1), times (9:42), ranges (12-20), years
/// and dates (2026-11-23); the tones of yi1 and bu4 follow what comes after. Third tones in a row are
/// left to the synthesiser, which knows them: of three every one but the last rises.
SpokenText spoken_chinese(std::string_view text);

/// An English text for an English voice: ticket codes letter by digit, ranges with "to".
std::string spoken_english(std::string_view text);

}  // namespace linli
