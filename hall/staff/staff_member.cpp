// SPDX-License-Identifier: Apache-2.0
#include "hall/staff/staff_member.h"

#include <algorithm>

#include "hall/base/utf8.h"

namespace linli {
namespace {

constexpr char32_t ideographic_space = 0x3000;

bool is_space(char32_t code) { return code == ' ' || code == '\t' || code == ideographic_space; }

bool may_begin(char letter) { return letter >= 'a' && letter <= 'z'; }

bool may_follow(char letter) {
    return may_begin(letter) || (letter >= '0' && letter <= '9') || letter == '_' || letter == '.' || letter == '-';
}

}  // namespace

std::string account_typed(std::string_view text) {
    std::string account;
    for (const Character& character : characters(text)) {
        if (is_space(character.code)) continue;
        const char32_t code = folded(character.code);
        if (code < 0x80)
            account += static_cast<char>(code);
        else
            account += text.substr(character.begin, character.end - character.begin);
    }
    return account;
}

bool is_account(std::string_view text) {
    return text.size() >= 2 && text.size() <= 32 && may_begin(text.front()) &&
           std::all_of(text.begin(), text.end(), may_follow);
}

bool is_staff_name(std::string_view text) {
    const auto all = characters(text, staff_name_characters_max + 1);
    if (all.empty() || all.size() > staff_name_characters_max) return false;
    const bool readable = std::all_of(all.begin(), all.end(), [](const Character& character) {
        const bool control = character.code < 0x20 || (character.code >= 0x7f && character.code < 0xa0);
        return !control && character.code != 0xfffd;
    });
    return readable && !std::all_of(all.begin(), all.end(), [](const Character& c) { return is_space(c.code); });
}

std::string staff_actor(std::string_view account) { return "staff:" + std::string(account); }

}  // namespace linli
