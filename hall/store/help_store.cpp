// SPDX-License-Identifier: Apache-2.0
#include "hall/store/help_store.h"

namespace linli {

Result<HelpStore> HelpStore::open(Database& database) {
    HelpStore store;
    LINLI_TRY_ASSIGN(store.open_since_, database.prepare("SELECT called_wall_ms FROM help_call WHERE place = ? AND "
                                                         "ended_wall_ms IS NULL"));
    LINLI_TRY_ASSIGN(store.any_open_, database.prepare("SELECT 1 FROM help_call WHERE ended_wall_ms IS NULL LIMIT 1"));
    LINLI_TRY_ASSIGN(store.all_open_, database.prepare("SELECT place, called_wall_ms FROM help_call WHERE "
                                                       "ended_wall_ms IS NULL ORDER BY row"));
    LINLI_TRY_ASSIGN(store.add_, database.prepare("INSERT INTO help_call (place, called_wall_ms) VALUES (?, ?)"));
    LINLI_TRY_ASSIGN(store.end_, database.prepare("UPDATE help_call SET ended_wall_ms = ?2 WHERE place = ?1 AND "
                                                  "ended_wall_ms IS NULL"));
    return store;
}

Result<std::optional<WallMs>> HelpStore::open_since(std::string_view place) {
    Query query(open_since_);
    query.bind(place);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    return found ? std::optional<WallMs>(query.integer(0)) : std::nullopt;
}

Result<bool> HelpStore::any_open() { return Query(any_open_).step(); }

Result<std::vector<HelpCall>> HelpStore::all_open() {
    std::vector<HelpCall> calls;
    Query query(all_open_);
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return calls;
        calls.push_back({query.text(0), query.integer(1)});
    }
}

Status HelpStore::add(std::string_view place, WallMs now) { return Query(add_).bind(place).bind(now).run(); }

Status HelpStore::end(std::string_view place, WallMs now) { return Query(end_).bind(place).bind(now).run(); }

}  // namespace linli
