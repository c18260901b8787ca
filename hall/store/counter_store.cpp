// SPDX-License-Identifier: Apache-2.0
#include "hall/store/counter_store.h"

namespace linli {
namespace {

CounterRow row_of(const Query& query) {
    return {static_cast<int>(query.integer(0)), query.text(1) == "open" ? CounterState::open : CounterState::closed,
            query.integer(2)};
}

}  // namespace

Result<CounterStore> CounterStore::open(Database& database) {
    CounterStore store;
    LINLI_TRY_ASSIGN(store.all_, database.prepare("SELECT number, state, since_wall_ms FROM counter ORDER BY number"));
    LINLI_TRY_ASSIGN(store.find_,
                     database.prepare("SELECT number, state, since_wall_ms FROM counter WHERE number = ?"));
    LINLI_TRY_ASSIGN(store.save_,
                     database.prepare("INSERT INTO counter (number, state, since_wall_ms) VALUES (?, ?, ?) ON CONFLICT "
                                      "(number) DO UPDATE SET state = excluded.state, since_wall_ms = "
                                      "excluded.since_wall_ms"));
    return store;
}

Result<std::vector<CounterRow>> CounterStore::all() {
    std::vector<CounterRow> rows;
    Query query(all_);
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return rows;
        rows.push_back(row_of(query));
    }
}

Result<CounterRow> CounterStore::find(int number) {
    Query query(find_);
    query.bind(number);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    return found ? row_of(query) : CounterRow{number, CounterState::closed, 0};
}

Status CounterStore::save(const CounterRow& row) {
    return Query(save_)
        .bind(row.number)
        .bind(row.state == CounterState::open ? "open" : "closed")
        .bind(row.since_ms)
        .run();
}

}  // namespace linli
