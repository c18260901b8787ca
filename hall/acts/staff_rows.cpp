// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/staff_rows.h"

#include "hall/base/bytes.h"

namespace linli {

Result<SteadyMark> moment_of(Hall& hall) {
    LINLI_TRY_ASSIGN(const Box box, hall.stores().box.load());
    const ClockReading now = read(hall.clock());
    return SteadyMark{steady_now(box.mark.mark, now), now};
}

SteadyMark moment_of(const Act& act) { return act.box().mark.mark; }

WallMs wall_end_of(std::int64_t steady_ms, const SteadyMark& now) {
    return now.reading.wall_ms + (steady_ms - now.steady_ms);
}

StaffMember member_at(const StaffRow& row, const SteadyMark& now) {
    StaffMember member = row.member;
    if (row.failures.locked(now.steady_ms))
        member.locked_until_ms = wall_end_of(row.failures.locked_until_steady_ms, now);
    return member;
}

Result<std::int64_t> end_sessions_of(Act& act, const std::string& account, const std::string& key_kept) {
    StaffSessionStore& store = act.stores().staff_sessions;
    std::int64_t ended = 0;
    LINLI_TRY_ASSIGN(const auto sessions, store.of_account(account));
    for (const StaffSession& session : sessions) {
        if (session.key == key_kept) continue;
        LINLI_TRY(store.remove(session.key));
        ++ended;
    }
    return ended;
}

std::string session_name(const StaffSession& session) { return hex(std::string_view(session.key).substr(0, 4)); }

Refusal refusal_of(PasswordFault fault) {
    switch (fault) {
        case PasswordFault::too_short:
            return Refusal::password_too_short;
        case PasswordFault::too_long:
            return Refusal::password_too_long;
        case PasswordFault::is_account:
            return Refusal::password_is_account;
        case PasswordFault::common:
            return Refusal::password_common;
    }
    return Refusal::password_common;
}

}  // namespace linli
