// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/act.h"
#include "hall/staff/password_rules.h"
#include "hall/staff/staff_member.h"
#include "hall/staff/staff_session.h"
#include "hall/store/staff_store.h"

namespace linli {

/// The moment on both clocks, for those that only look.
Result<SteadyMark> moment_of(Hall& hall);
/// The account as others may see it at this moment: until when it is locked follows from the steady clock.
StaffMember member_at(const StaffRow& row, const SteadyMark& now);
/// The moment of an act.
SteadyMark moment_of(const Act& act);

/// When a lock that ends on the steady clock ends by the wall clock as it shows now.
WallMs wall_end_of(std::int64_t steady_ms, const SteadyMark& now);
/// Removes the account's sessions but the one with `key_kept`; gives how many.
Result<std::int64_t> end_sessions_of(Act& act, const std::string& account, const std::string& key_kept = {});
/// How the journal names a session: the first eight digits of its key, which tell them apart and open nothing.
std::string session_name(const StaffSession& session);

Refusal refusal_of(PasswordFault fault);

}  // namespace linli
