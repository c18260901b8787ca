// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/staff/staff_member.h"

namespace linli {

struct AddStaff {
    std::string account;
    std::string name;
    Role role = Role::none;
};

/// A first password is told here and never again; whoever signs in with it must change it.
struct FirstPassword {
    std::string account;
    std::string password;
};

/// What is not there stays as it is.
struct ChangeStaff {
    std::optional<std::string> name{};
    std::optional<bool> active{};
    std::optional<Role> role{};
};

/// A new account. Whether the actor may is the program's to ask (may() in hall/staff/role.h). Refuses: bad_account,
/// bad_staff_name, account_taken. Takes 55 ms and 64 MiB before its transaction.
ActResult<FirstPassword> add_staff(Hall& hall, const AddStaff& wanted);
/// A new first password; unlocks the account, and ends its sessions. Refuses: unknown_account. Takes as long.
ActResult<FirstPassword> reset_staff(Hall& hall, const std::string& account);
/// Sessions end where the account is switched off or its role is another one. Refuses: unknown_account, bad_staff_name;
/// last_of_role where afterwards no account that is on would have the role system, or security, and one had it before:
/// nobody could then put it right from the console.
ActResult<StaffMember> change_staff(Hall& hall, const std::string& account, const ChangeStaff& wanted);
/// Six accounts with made-up names, one or two for each role, all with this one password: for a demo and for tests,
/// never where people work; their names in this language. Gives their number. Refuses: staff_there_already where there
/// is any account, and what change_password refuses about a password.
ActResult<int> add_demo_staff(Hall& hall, const std::string& password, std::string_view language = "zh-CN");

}  // namespace linli
