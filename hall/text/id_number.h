// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace linli {

/// An identity number after GB 11643-1999: 17 digits and a check character (ISO 7064 MOD 11-2), birth date valid.
/// Gives it in normal form (upper-case X, full-width digits and blanks removed), or nothing where it is not one.
std::optional<std::string> normal_id_number(std::string_view text);
/// "110101********1234"
std::string mask_id_number(std::string_view normal);

}  // namespace linli
