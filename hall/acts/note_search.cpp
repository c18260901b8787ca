// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/note_search.h"

#include <algorithm>

#include "hall/base/utf8.h"
#include "hall/store/hall_stores.h"

namespace linli {
namespace {

constexpr std::size_t digits_max = 5;

bool is_ascii_word(char32_t code) { return (code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9'); }

/// Digits of any writing: 0 to 9, full-width ones folded before, and the Chinese ones.
bool is_digit(char32_t code) {
    constexpr std::u32string_view chinese =
        U"\u3007\u96F6\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5E7A\u4E24";
    return (code >= U'0' && code <= U'9') || chinese.find(code) != std::u32string_view::npos;
}

/// Other scripts' words stay as they are; of signs nothing is kept.
bool is_word(char32_t code) { return is_han(code) || is_ascii_word(code) || (code >= 0xC0 && code < 0x2000); }

}  // namespace

std::optional<std::string> countable_words(std::string_view typed) {
    std::string words;
    std::size_t kept = 0, digits = 0, weight = 0;
    bool blank = false;
    for (const Character& character : characters(typed)) {
        const char32_t code = folded(character.code);
        // Beyond what is kept as well: a number is no less somebody's for standing at the end.
        if (is_digit(code) && ++digits > digits_max) return std::nullopt;
        if (!is_word(code)) {
            blank = !words.empty();
            continue;
        }
        if (kept + (blank ? 2 : 1) > searched_characters_max) continue;
        if (std::exchange(blank, false)) {
            words += ' ';
            ++kept;
        }
        if (is_ascii_word(code))
            words += static_cast<char>(code);
        else
            words += typed.substr(character.begin, character.end - character.begin);
        ++kept;
        weight += is_ascii_word(code) ? 1 : 2;
    }
    return weight >= 2 ? std::optional(words) : std::nullopt;
}

Status note_search(Hall& hall, std::string_view typed) {
    const auto words = countable_words(typed);
    if (!words) return {};
    LINLI_TRY(hall.content());  // for the zone
    const LocalDate today = hall.local_now().date;
    LINLI_TRY_ASSIGN(Transaction transaction, hall.stores().database->begin_write());
    LINLI_TRY(hall.stores().searches.count(*words, today, searched_words_a_month_max, searched_months_max));
    return transaction.commit();
}

Result<std::vector<VainSearch>> show_searches(Hall& hall) {
    LINLI_TRY_ASSIGN(const Transaction moment, hall.stores().database->begin_read());
    return hall.stores().searches.all();
}

}  // namespace linli
