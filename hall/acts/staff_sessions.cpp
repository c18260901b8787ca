// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/staff_sessions.h"

#include <algorithm>

#include "hall/acts/act.h"
#include "hall/acts/staff_rows.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

bool too_old(const StaffSession& session, std::int64_t steady_ms) {
    return steady_ms - session.made_steady_ms > session_ms_max;
}

std::string session_body(const StaffSession& session, const std::string& reason) {
    return wire::body({{"reason", reason}, {"session", session_name(session)}});
}

}  // namespace

Result<std::vector<LiveSession>> live_sessions(Hall& hall) {
    HallStores& stores = hall.stores();
    LINLI_TRY_ASSIGN(Transaction transaction, stores.database->begin_read());
    LINLI_TRY_ASSIGN(const SteadyMark now, moment_of(hall));
    LINLI_TRY_ASSIGN(auto sessions, stores.staff_sessions.all());
    std::vector<LiveSession> live;
    for (StaffSession& session : sessions) {
        if (too_old(session, now.steady_ms)) continue;
        LINLI_TRY_ASSIGN(const auto row, stores.staff.find(session.account));
        if (!row) continue;
        if (session.boot_id != now.reading.boot_id) session.state = SessionState::locked;
        const std::int64_t idle_ms = std::max<std::int64_t>(now.steady_ms - session.seen_steady_ms, 0);
        live.push_back({std::move(session), member_at(*row, now), idle_ms});
    }
    LINLI_TRY(transaction.commit());
    return live;
}

Status note_seen(Hall& hall, const std::vector<SeenSession>& seen) {
    StaffSessionStore& store = hall.stores().staff_sessions;
    LINLI_TRY_ASSIGN(Transaction transaction, hall.stores().database->begin_write());
    LINLI_TRY_ASSIGN(const SteadyMark now, moment_of(hall));
    for (const SeenSession& one : seen) {
        LINLI_TRY_ASSIGN(auto session, store.find(one.key));
        // What happened there before a restart of the machine says nothing about who sits there now.
        if (!session || session->boot_id != now.reading.boot_id) continue;
        session->seen_steady_ms = std::max(session->seen_steady_ms, now.steady_ms - one.idle_ms);
        LINLI_TRY(store.save(*session));
    }
    return transaction.commit();
}

Result<bool> lock_session(Hall& hall, const std::string& key) {
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(auto session, act.stores().staff_sessions.find(key));
    if (!session || session->state == SessionState::locked) {
        LINLI_TRY(act.commit_refused());
        return false;
    }
    session->state = SessionState::locked;
    LINLI_TRY(act.stores().staff_sessions.save(*session));
    LINLI_TRY(act.record("staff.session_locked", staff_actor(session->account), session_body(*session, "idle")));
    LINLI_TRY(act.commit());
    return true;
}

Result<bool> sign_out(Hall& hall, const std::string& key) {
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(const auto session, act.stores().staff_sessions.find(key));
    if (!session) {
        LINLI_TRY(act.commit_refused());
        return false;
    }
    const ActingAs acting(hall, Actor{staff_actor(session->account)});
    LINLI_TRY(act.stores().staff_sessions.remove(key));
    LINLI_TRY(act.record("staff.signed_out", staff_actor(session->account), session_body(*session, "asked")));
    LINLI_TRY(act.commit());
    return true;
}

Result<int> end_old_sessions(Hall& hall) {
    LINLI_TRY_ASSIGN(const SteadyMark now, moment_of(hall));
    LINLI_TRY_ASSIGN(const auto seen, hall.stores().staff_sessions.all());
    // The oldest come first: where it is not too old none is, and nothing needs to be written.
    if (seen.empty() || !too_old(seen.front(), now.steady_ms)) return 0;
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(const auto sessions, act.stores().staff_sessions.all());
    int ended = 0;
    for (const StaffSession& session : sessions) {
        if (!too_old(session, act.steady_ms())) break;
        LINLI_TRY(act.stores().staff_sessions.remove(session.key));
        LINLI_TRY(act.record("staff.signed_out", staff_actor(session.account), session_body(session, "expired")));
        ++ended;
    }
    LINLI_TRY(act.commit());
    return ended;
}

}  // namespace linli
