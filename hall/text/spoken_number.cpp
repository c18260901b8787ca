// SPDX-License-Identifier: Apache-2.0
#include "hall/text/spoken_number.h"

#include <array>
#include <cassert>

namespace linli {
namespace {

using Syllables = std::vector<std::string>;

constexpr std::array digit_names{"ling2", "yi1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3"};
constexpr std::array place_names{"qian1", "bai3", "shi2", ""};

// Up to 9,999. A gap of zeros within is said once; where more stood before, a leading gap is said too.
void add_four_digits(Syllables& syllables, unsigned number) {
    bool gap = false;
    unsigned place_value = 1'000;
    for (std::size_t place = 0; place < place_names.size(); ++place, place_value /= 10) {
        const unsigned digit = number / place_value % 10;
        if (digit == 0) {
            gap = true;
            continue;
        }
        if (gap && !syllables.empty()) syllables.emplace_back(digit_names[0]);
        gap = false;
        // 12 is "ten two", but 112 "one hundred one ten two".
        if (!(place == 2 && digit == 1 && syllables.empty())) syllables.emplace_back(digit_names[digit]);
        if (place < 3) syllables.emplace_back(place_names[place]);
    }
}

}  // namespace

std::vector<std::string> spoken_number(std::uint64_t number) {
    assert(number < 100'000'000);
    if (number == 0) return {digit_names[0]};
    Syllables syllables;
    const auto ten_thousands = static_cast<unsigned>(number / 10'000), rest = static_cast<unsigned>(number % 10'000);
    if (ten_thousands > 0) {
        add_four_digits(syllables, ten_thousands);
        syllables.emplace_back("wan4");
    }
    add_four_digits(syllables, rest);
    return syllables;
}

std::vector<std::string> spoken_digits(std::string_view digits, One one) {
    Syllables syllables;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') continue;
        const bool yao = digit == '1' && one == One::yao;
        syllables.emplace_back(yao ? "yao1" : digit_names[static_cast<std::size_t>(digit - '0')]);
    }
    return syllables;
}

}  // namespace linli
