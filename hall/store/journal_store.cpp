// SPDX-License-Identifier: Apache-2.0
#include "hall/store/journal_store.h"

namespace linli {

Result<JournalStore> JournalStore::open(Database& database) {
    JournalStore store;
    LINLI_TRY_ASSIGN(store.insert_, database.prepare("INSERT INTO journal (seq, kind, subject, entry, chain) "
                                                     "VALUES (?, ?, ?, ?, ?)"));
    LINLI_TRY_ASSIGN(store.each_, database.prepare("SELECT seq, kind, subject, entry, chain FROM journal "
                                                   "WHERE seq >= ? ORDER BY seq"));
    LINLI_TRY_ASSIGN(store.each_back_, database.prepare("SELECT seq, kind, subject, entry FROM journal WHERE seq < ? "
                                                        "ORDER BY seq DESC"));
    LINLI_TRY_ASSIGN(
        store.calls_,
        database.prepare("SELECT seq, kind, subject, entry, chain FROM journal WHERE seq > ? "
                         "AND kind IN ('ticket.called', 'ticket.recalled', 'ticket.call_undone') ORDER BY seq "
                         "LIMIT ?"));
    return store;
}

Status JournalStore::append(const JournalRow& row) {
    return Query(insert_).bind(row.seq).bind(row.kind).bind(row.subject).bind(row.entry).bind_blob(row.chain).run();
}

Status JournalStore::each(std::int64_t first_seq, const std::function<bool(const JournalRow&)>& visit) {
    Query query(each_);
    query.bind(first_seq);
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return {};
        if (!visit({query.integer(0), query.text(1), query.text(2), query.text(3), query.text(4)})) return {};
    }
}

Status JournalStore::each_back(std::int64_t seq, const std::function<bool(const JournalRow&)>& visit) {
    Query query(each_back_);
    query.bind(seq);
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return {};
        if (!visit({query.integer(0), query.text(1), query.text(2), query.text(3), {}})) return {};
    }
}

Result<std::vector<JournalRow>> JournalStore::calls_after(std::int64_t seq, int limit) {
    std::vector<JournalRow> calls;
    Query query(calls_);
    query.bind(seq).bind(std::int64_t{limit});
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return calls;
        calls.push_back({query.integer(0), query.text(1), query.text(2), query.text(3), query.text(4)});
    }
}

}  // namespace linli
