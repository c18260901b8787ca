// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hall/base/clock.h"
#include "hall/staff/role.h"

namespace linli {

inline constexpr std::size_t staff_name_characters_max = 40;

/// What a person has set for the console's pages.
struct StaffSettings {
    std::string language;  ///< "zh-CN", "en"; empty follows the browser
    bool single_keys = true;
    bool larger_text = false;
};

/// One account as others may see it; its password's hash is known to the store and the acts alone.
struct StaffMember {
    std::string account;
    std::string name;
    Role role = Role::none;
    bool active = true;
    bool must_change_password = false;
    std::optional<WallMs> locked_until_ms;  ///< there while it is locked
    std::optional<WallMs> last_sign_in_ms;
    StaffSettings settings;
};

/// The account that was meant by what somebody typed: without spaces around it, in small letters, full-width ones made
/// narrow, as a Chinese keyboard leaves them.
std::string account_typed(std::string_view text);
/// ^[a-z][a-z0-9_.-]{1,31}$
bool is_account(std::string_view text);
/// 1 to 40 characters, not only spaces, no control characters.
bool is_staff_name(std::string_view text);
/// "staff:<account>", as the journal names who did an act and whom it was about.
std::string staff_actor(std::string_view account);

}  // namespace linli
