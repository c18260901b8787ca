// SPDX-License-Identifier: Apache-2.0
#include "hall/store/holder_store.h"

namespace linli {
namespace {

HolderRow row_of(const Query& query) {
    return {
        static_cast<int>(query.integer(0)), {query.text(1), query.text(2)}, query.integer(3), query.text_or_nothing(4)};
}

}  // namespace

Result<HolderStore> HolderStore::open(Database& database) {
    HolderStore store;
    const std::string select = "SELECT counter, account, name, since_wall_ms, undo FROM counter_holder ";
    LINLI_TRY_ASSIGN(store.all_, database.prepare(select + "ORDER BY counter"));
    LINLI_TRY_ASSIGN(store.find_, database.prepare(select + "WHERE counter = ?"));
    LINLI_TRY_ASSIGN(store.save_, database.prepare("INSERT OR REPLACE INTO counter_holder VALUES (?, ?, ?, ?, ?)"));
    LINLI_TRY_ASSIGN(store.set_undo_, database.prepare("UPDATE counter_holder SET undo = ?2 WHERE counter = ?1"));
    LINLI_TRY_ASSIGN(store.remove_, database.prepare("DELETE FROM counter_holder WHERE counter = ?"));
    return store;
}

Result<std::vector<HolderRow>> HolderStore::all() {
    std::vector<HolderRow> rows;
    Query query(all_);
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return rows;
        rows.push_back(row_of(query));
    }
}

Result<std::optional<HolderRow>> HolderStore::find(int counter) {
    Query query(find_);
    query.bind(counter);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    return found ? std::optional<HolderRow>(row_of(query)) : std::nullopt;
}

Status HolderStore::save(const HolderRow& row) {
    return Query(save_)
        .bind(row.counter)
        .bind(row.clerk.account)
        .bind(row.clerk.name)
        .bind(row.since_ms)
        .bind(row.undo)
        .run();
}

Status HolderStore::set_undo(int counter, const std::optional<std::string>& undo) {
    return Query(set_undo_).bind(counter).bind(undo).run();
}

Status HolderStore::remove(int counter) { return Query(remove_).bind(counter).run(); }

}  // namespace linli
