// SPDX-License-Identifier: Apache-2.0
#include "hall/text/id_number.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "hall/base/time_zone.h"
#include "hall/base/utf8.h"

namespace linli {
namespace {

constexpr std::size_t id_length = 18;
constexpr std::size_t typed_characters_max = 64;  // blanks between the digits included

// ISO 7064 MOD 11-2 over the 17 digits.
char check_character(std::string_view digits) {
    constexpr std::array<int, 17> weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t index = 0; index < weights.size(); ++index) sum += (digits[index] - '0') * weights[index];
    return "10X98765432"[sum % 11];
}

// Digits 7 to 14 as a day of the calendar.
bool born_on_a_day(std::string_view id) {
    const std::string year(id.substr(6, 4)), month(id.substr(10, 2)), day(id.substr(12, 2));
    return year >= "1800" && year <= "2199" && LocalDate::parse(year + "-" + month + "-" + day).has_value();
}

}  // namespace

std::optional<std::string> normal_id_number(std::string_view text) {
    const auto typed = characters(text, typed_characters_max + 1);
    if (typed.size() > typed_characters_max) return {};
    std::string id;
    for (const Character& character : typed) {
        const char32_t code = folded(character.code);
        if (code == U' ' || code == U'\t') continue;
        const bool last = id.size() == id_length - 1;
        if (id.size() == id_length || !((code >= U'0' && code <= U'9') || (last && code == U'x'))) return {};
        id += code == U'x' ? 'X' : static_cast<char>(code);
    }
    if (id.size() != id_length || id[0] == '0' || !born_on_a_day(id) || check_character(id) != id.back()) return {};
    return id;
}

std::string mask_id_number(std::string_view normal) {
    assert(normal.size() == id_length);
    std::string masked(normal);
    std::fill(masked.begin() + 6, masked.begin() + 14, '*');
    return masked;
}

}  // namespace linli
