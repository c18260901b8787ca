// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace linli {

inline constexpr std::size_t password_characters_min = 8;
inline constexpr std::size_t password_bytes_max = 256;

/// Why a password cannot be taken.
enum class PasswordFault {
    too_short,   ///< fewer than 8 characters, a Han character counting as one
    too_long,    ///< more than 256 bytes
    is_account,  ///< the account's own name, however written
    common,      ///< one of those that everybody tries first: 12345678, password, one character again and again
};

/// Length and what others guess first; no rules about kinds of characters, which make people write passwords down
/// (NIST SP 800-63B, 5.1.1.2).
std::optional<PasswordFault> fault_of_password(std::string_view password, std::string_view account);

/// A first password: ten letters and digits of which none looks like another (no 0 o 1 l i), so that it can be read out
/// and typed. 49 bits, so that nobody guesses it before its owner changes it.
std::string new_first_password();

}  // namespace linli
