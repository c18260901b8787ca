// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/staff/staff_member.h"
#include "hall/staff/staff_session.h"

namespace linli {

struct SignedIn {
    StaffMember member;
    StaffSession session;
    std::string token;  ///< for the browser's cookie; kept nowhere else
};

/// Somebody signs in, and a session begins. `account` as typed (account_typed). Refuses: wrong_password with
/// tries_left, also where there is no such account, which takes as long and is locked as soon; account_locked with
/// locked_until_ms (the fifth failure locks for 30 minutes of the hall's steady clock, whatever the wall clock does);
/// and, only to who knew the password, account_off and no_role. A member whose must_change_password is set may only
/// change it.
///
/// The journal has each failure and each lock, but of an account that is locked already only how often it was tried
/// meanwhile, and of unknown accounts at most 20 in half an hour: nobody can fill it by trying. What was typed is never
/// in it, since people type passwords where the account belongs. Takes 55 ms and 64 MiB, outside of any transaction.
ActResult<SignedIn> sign_in(Hall& hall, const std::string& account, const std::string& password);

/// Back at a locked session. Counts failures like sign_in. Refuses as sign_in does, and session_ended.
ActResult<StaffMember> unlock_session(Hall& hall, const std::string& session_key, const std::string& password);

struct ChangePassword {
    std::string session_key;  ///< whose password; this session goes on, the account's others end
    std::string old_password;
    std::string new_password;
};
/// One's own password. A wrong old one counts as a failure. Refuses as unlock_session does, and password_too_short,
/// password_too_long, password_same, password_is_account, password_common.
ActResult<StaffMember> change_password(Hall& hall, const ChangePassword& wanted);

}  // namespace linli
