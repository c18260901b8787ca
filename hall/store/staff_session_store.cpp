// SPDX-License-Identifier: Apache-2.0
#include "hall/store/staff_session_store.h"

#include <fmt/format.h>

namespace linli {
namespace {

constexpr std::string_view columns = "key, account, state, made_wall_ms, made_steady_ms, seen_steady_ms, boot_id";

StaffSession read_session(const Query& query) {
    StaffSession session;
    session.key = query.text(0);
    session.account = query.text(1);
    session.state = query.text(2) == "open" ? SessionState::open : SessionState::locked;
    session.made_ms = query.integer(3);
    session.made_steady_ms = query.integer(4);
    session.seen_steady_ms = query.integer(5);
    session.boot_id = query.text(6);
    return session;
}

Result<std::vector<StaffSession>> read_all(Query& query) {
    std::vector<StaffSession> sessions;
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return sessions;
        sessions.push_back(read_session(query));
    }
}

}  // namespace

Result<StaffSessionStore> StaffSessionStore::open(Database& database) {
    StaffSessionStore store;
    const auto select = [&](std::string_view rest) {
        return database.prepare(fmt::format("SELECT {} FROM staff_session {}", columns, rest));
    };
    LINLI_TRY_ASSIGN(store.save_,
                     database.prepare("INSERT INTO staff_session VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO "
                                      "UPDATE SET state = excluded.state, seen_steady_ms = "
                                      "excluded.seen_steady_ms, boot_id = excluded.boot_id"));
    LINLI_TRY_ASSIGN(store.find_, select("WHERE key = ?"));
    LINLI_TRY_ASSIGN(store.all_, select("ORDER BY made_steady_ms, key"));
    LINLI_TRY_ASSIGN(store.of_account_, select("WHERE account = ? ORDER BY made_steady_ms, key"));
    LINLI_TRY_ASSIGN(store.remove_, database.prepare("DELETE FROM staff_session WHERE key = ?"));
    return store;
}

Status StaffSessionStore::save(const StaffSession& session) {
    Query query(save_);
    query.bind_blob(session.key).bind(session.account).bind(session.state == SessionState::open ? "open" : "locked");
    return query.bind(session.made_ms)
        .bind(session.made_steady_ms)
        .bind(session.seen_steady_ms)
        .bind(session.boot_id)
        .run();
}

Result<std::optional<StaffSession>> StaffSessionStore::find(std::string_view key) {
    Query query(find_);
    query.bind_blob(key);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    return found ? std::optional(read_session(query)) : std::nullopt;
}

Result<std::vector<StaffSession>> StaffSessionStore::all() {
    Query query(all_);
    return read_all(query);
}

Result<std::vector<StaffSession>> StaffSessionStore::of_account(std::string_view account) {
    Query query(of_account_);
    query.bind(account);
    return read_all(query);
}

Status StaffSessionStore::remove(std::string_view key) { return Query(remove_).bind_blob(key).run(); }

}  // namespace linli
