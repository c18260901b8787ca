// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace linli {

/// The Mandarin readings of a character without tone marks ("yin", "hang"; lü is "lv"), most usual first; empty for
/// what is no Han character. Source: Unicode Unihan_Readings (kHanyuPinlu, kMandarin, kXHC1983), built in.
std::span<const std::string_view> pinyin_readings(char32_t character);

/// Every character that is read so (no tone, lü is "lv"), the more usual first: those of China's list of standard
/// characters (通用规范汉字表), then those of which it is the first reading, then the rest in Unicode's order.
std::vector<char32_t> characters_read(std::string_view reading);

/// The most usual reading with its tone number, "hao3", neutral "de5"; empty for what is no Han character. Same source.
std::string_view spoken_reading(char32_t character);

}  // namespace linli
