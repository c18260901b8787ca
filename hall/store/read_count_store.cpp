// SPDX-License-Identifier: Apache-2.0
#include "hall/store/read_count_store.h"

#include "hall/store/month_number.h"

namespace linli {

Result<ReadCountStore> ReadCountStore::open(Database& database) {
    ReadCountStore store;
    LINLI_TRY_ASSIGN(store.add_, database.prepare("INSERT INTO document_read VALUES (?, ?, 1) ON CONFLICT DO UPDATE "
                                                  "SET times = times + 1"));
    LINLI_TRY_ASSIGN(store.drop_old_, database.prepare("DELETE FROM document_read WHERE month < ?"));
    LINLI_TRY_ASSIGN(store.sums_,
                     database.prepare("SELECT id, sum(times) FROM document_read WHERE month >= ? GROUP BY id"));
    LINLI_TRY_ASSIGN(store.all_, database.prepare("SELECT month, id, times FROM document_read ORDER BY month DESC, "
                                                  "times DESC, id"));
    return store;
}

Status ReadCountStore::count(const std::string& id, const LocalDate& day, int months_max) {
    LINLI_TRY(Query(add_).bind(month_number(day)).bind(id).run());
    return Query(drop_old_).bind(month_number(day, months_max - 1)).run();
}

Result<std::map<std::string, std::int64_t>> ReadCountStore::sums(const LocalDate& day, int months) {
    std::map<std::string, std::int64_t> found;
    Query query(sums_);
    query.bind(month_number(day, months - 1));
    while (true) {
        LINLI_TRY_ASSIGN(const bool more, query.step());
        if (!more) return found;
        found[query.text(0)] = query.integer(1);
    }
}

Result<std::vector<DocumentReads>> ReadCountStore::all() {
    constexpr int hundred = 100;
    std::vector<DocumentReads> found;
    Query query(all_);
    while (true) {
        LINLI_TRY_ASSIGN(const bool more, query.step());
        if (!more) return found;
        const int month = static_cast<int>(query.integer(0));
        found.push_back({month / hundred, month % hundred, query.text(1), query.integer(2)});
    }
}

}  // namespace linli
