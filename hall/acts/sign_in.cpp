// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/sign_in.h"

#include "hall/acts/password_gate.h"
#include "hall/acts/staff_rows.h"
#include "hall/base/secret_hash.h"
#include "hall/staff/password_rules.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

bool in_force(const std::optional<StaffSession>& session, const Act& act) {
    return session && act.steady_ms() - session->made_steady_ms <= session_ms_max;
}

StaffSession new_session(Act& act, const std::string& account, const std::string& token) {
    StaffSession session;
    session.key = session_key(token);
    session.account = account;
    session.made_ms = act.wall_ms();
    session.made_steady_ms = act.steady_ms();
    session.seen_steady_ms = act.steady_ms();
    session.boot_id = act.boot_id();
    return session;
}

// A telephone that was left signed in must not keep its owner out.
Status make_room(Act& act, const std::string& account) {
    LINLI_TRY_ASSIGN(const auto sessions, act.stores().staff_sessions.of_account(account));
    for (std::size_t i = 0; i + sessions_of_account_max <= sessions.size(); ++i) {
        LINLI_TRY(act.stores().staff_sessions.remove(sessions[i].key));
        LINLI_TRY(act.record("staff.signed_out", staff_actor(account),
                             wire::body({{"reason", "too_many"}, {"session", session_name(sessions[i])}})));
    }
    return {};
}

}  // namespace

ActResult<SignedIn> sign_in(Hall& hall, const std::string& account, const std::string& password) {
    const PasswordTry tried{account_typed(account), password, PasswordFor::sign_in};
    const std::string token = new_session_token();
    return perform_with_password(hall, tried, [&](Act& act, StaffRow row) -> ActResult<SignedIn> {
        const ActingAs acting(hall, Actor{staff_actor(row.member.account)});
        const StaffSession session = new_session(act, row.member.account, token);
        LINLI_TRY(make_room(act, row.member.account));
        LINLI_TRY(act.stores().staff_sessions.save(session));
        LINLI_TRY(act.record(
            "staff.signed_in", staff_actor(row.member.account),
            wire::body({{"session", session_name(session)}, {"tries_while_locked", row.tries_while_locked}})));
        row.tries_while_locked = 0;
        row.member.last_sign_in_ms = act.wall_ms();
        LINLI_TRY(act.stores().staff.save(row));
        return Decision<SignedIn>(SignedIn{member_at(row, moment_of(act)), session, token});
    });
}

ActResult<StaffMember> unlock_session(Hall& hall, const std::string& session_key, const std::string& password) {
    LINLI_TRY_ASSIGN(const auto seen, hall.stores().staff_sessions.find(session_key));
    if (!seen) return Decision<StaffMember>(refuse(Refusal::session_ended));
    const PasswordTry tried{seen->account, password, PasswordFor::unlock};
    return perform_with_password(hall, tried, [&](Act& act, StaffRow row) -> ActResult<StaffMember> {
        LINLI_TRY_ASSIGN(auto session, act.stores().staff_sessions.find(session_key));
        if (!in_force(session, act)) return Decision<StaffMember>(refuse(Refusal::session_ended));
        const ActingAs acting(hall, Actor{staff_actor(row.member.account)});
        session->state = SessionState::open;
        session->seen_steady_ms = act.steady_ms();
        session->boot_id = act.boot_id();
        LINLI_TRY(act.stores().staff_sessions.save(*session));
        LINLI_TRY(act.record(
            "staff.session_unlocked", staff_actor(row.member.account),
            wire::body({{"session", session_name(*session)}, {"tries_while_locked", row.tries_while_locked}})));
        row.tries_while_locked = 0;
        LINLI_TRY(act.stores().staff.save(row));
        return Decision<StaffMember>(member_at(row, moment_of(act)));
    });
}

ActResult<StaffMember> change_password(Hall& hall, const ChangePassword& wanted) {
    LINLI_TRY_ASSIGN(const auto seen, hall.stores().staff_sessions.find(wanted.session_key));
    if (!seen) return Decision<StaffMember>(refuse(Refusal::session_ended));
    if (const auto fault = fault_of_password(wanted.new_password, seen->account))
        return Decision<StaffMember>(refuse(refusal_of(*fault)));
    if (wanted.new_password == wanted.old_password) return Decision<StaffMember>(refuse(Refusal::password_same));
    LINLI_TRY_ASSIGN(const std::string hash, hash_secret(wanted.new_password));
    const PasswordTry tried{seen->account, wanted.old_password, PasswordFor::change};
    return perform_with_password(hall, tried, [&](Act& act, StaffRow row) -> ActResult<StaffMember> {
        LINLI_TRY_ASSIGN(const auto session, act.stores().staff_sessions.find(wanted.session_key));
        if (!in_force(session, act)) return Decision<StaffMember>(refuse(Refusal::session_ended));
        const ActingAs acting(hall, Actor{staff_actor(row.member.account)});
        LINLI_TRY_ASSIGN(const std::int64_t ended, end_sessions_of(act, row.member.account, wanted.session_key));
        LINLI_TRY(act.record("staff.password_changed", staff_actor(row.member.account),
                             wire::body({{"session", session_name(*session)}, {"sessions_ended", ended}})));
        row.password_hash = hash;
        row.member.must_change_password = false;
        LINLI_TRY(act.stores().staff.save(row));
        return Decision<StaffMember>(member_at(row, moment_of(act)));
    });
}

}  // namespace linli
