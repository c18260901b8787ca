// SPDX-License-Identifier: Apache-2.0
#include "hall/staff/password_rules.h"

#include <algorithm>
#include <array>

#include "hall/base/bytes.h"
#include "hall/base/utf8.h"
#include "hall/staff/staff_member.h"

namespace linli {
namespace {

constexpr std::string_view first_password_letters = "abcdefghjkmnpqrstuvwxyz23456789";
constexpr std::size_t first_password_length = 10;

// Of the lists of passwords found in leaks, those of eight characters and more that lead them, and what Chinese ones
// add.
constexpr std::array common_passwords = {
    "12345678",   "123456789",     "1234567890", "0123456789", "87654321",   "987654321",   "0987654321",
    "11223344",   "12341234",      "12344321",   "123123123",  "123454321",  "147258369",   "135792468",
    "1qaz2wsx",   "1qaz2wsx3edc",  "1q2w3e4r",   "1q2w3e4r5t", "q1w2e3r4",   "qwer1234",    "1234qwer",
    "qwertyui",   "qwertyuiop",    "asdfghjkl",  "asdfghjk",   "zxcvbnm123", "qazwsxedc",   "password",
    "password1",  "password123",   "passw0rd",   "p@ssw0rd",   "p@ssword",   "admin123",    "admin1234",
    "admin888",   "administrator", "root1234",   "iloveyou",   "woaini1314", "woaini520",   "woaini123",
    "5201314520", "a1234567",      "a12345678",  "a123456789", "aa123456",   "aa12345678",  "abc12345",
    "abcd1234",   "abc123456",     "abcdefgh",   "abcd123456", "qq123456",   "qq123456789", "asd123456",
    "asdf1234",   "zaq12wsx",      "test1234",   "welcome1",   "welcome123", "changeme",    "letmein123",
    "sunshine",   "computer",      "football",   "superman",   "linli123",   "linlilinli",  "linli12345",
    "dajiahao",   "1357924680",
};

std::string in_small_letters(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    return small;
}

bool one_character_only(std::string_view password) {
    const auto all = characters(password);
    return std::all_of(all.begin(), all.end(), [&](const Character& c) { return c.code == all.front().code; });
}

}  // namespace

std::optional<PasswordFault> fault_of_password(std::string_view password, std::string_view account) {
    if (password.size() > password_bytes_max) return PasswordFault::too_long;
    if (characters(password, password_characters_min).size() < password_characters_min) return PasswordFault::too_short;
    if (account_typed(password) == account) return PasswordFault::is_account;
    const std::string small = in_small_letters(password);
    if (one_character_only(password) ||
        std::find(common_passwords.begin(), common_passwords.end(), small) != common_passwords.end())
        return PasswordFault::common;
    return {};
}

std::string new_first_password() {
    std::string password;
    while (password.size() < first_password_length)
        password += first_password_letters[random_below(static_cast<std::uint32_t>(first_password_letters.size()))];
    return password;
}

}  // namespace linli
