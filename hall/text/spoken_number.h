// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace linli {

/// 0 to 99,999,999 as Mandarin says it: 12 {"shi2", "er4"}, 105 {"yi1", "bai3", "ling2", "wu3"}.
std::vector<std::string> spoken_number(std::uint64_t number);

/// In a telephone's or a ticket's number 1 is yao1, which cannot be heard as 7; in a year it is yi1.
enum class One : std::uint8_t { yao, yi };
/// Digits one by one.
std::vector<std::string> spoken_digits(std::string_view digits, One one);

}  // namespace linli
