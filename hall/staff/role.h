// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace linli {

/// What an account is for; each has one. System, security and audit are apart (三员分立, GB/T 22239-2019 8.1.5): who
/// makes accounts, who gives them roles and passwords, and who reads what was done are three people.
enum class Role {
    none,        ///< made by system, and not yet given a role by security: cannot sign in
    clerk,       ///< calls numbers
    supervisor,  ///< a clerk who may also close another's counter and sees who is there
    system,      ///< the box's devices; makes accounts, names them, switches them on and off
    security,    ///< roles, first passwords, unlocking
    audit,       ///< reads the journal
};

const char* name_of(Role role);
std::optional<Role> role_named(std::string_view name);

/// What a role may do; the console's routes name one each.
enum class Right {
    desk,         ///< numbers, counters, pauses, the message, the day's figures
    supervise,    ///< another's counter
    device_test,  ///< ask a device for its test
    system,       ///< settings of devices; new accounts; their names and whether they are on
    security,     ///< roles; first passwords
    audit,        ///< the journal
    accounts,     ///< see the list of accounts
};

bool may(Role role, Right right);

}  // namespace linli
