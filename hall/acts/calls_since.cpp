// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/calls_since.h"

#include <algorithm>
#include <iterator>

#include "hall/store/hall_stores.h"
#include "hall/wire/journal_body.h"
#include "hall/wire/journal_json.h"

namespace linli {
namespace {

void take_back(Calls& read, const std::string& body) {
    const auto undone = wire::undone_body(body);
    if (!undone) return;
    const auto call = std::find_if(read.calls.rbegin(), read.calls.rend(), [&](const Call& known) {
        return known.code == undone->code && known.counter == undone->counter;
    });
    if (call != read.calls.rend())
        read.calls.erase(std::next(call).base());
    else
        read.taken_back.push_back({undone->code, undone->counter});
}

}  // namespace

Result<Calls> calls_since(Hall& hall, std::int64_t seq, int limit) {
    HallStores& stores = hall.stores();
    LINLI_TRY_ASSIGN(Transaction transaction, stores.database->begin_read());
    LINLI_TRY_ASSIGN(const Box box, stores.box.load());
    LINLI_TRY_ASSIGN(const std::vector<JournalRow> rows, stores.journal.calls_after(seq, limit));
    LINLI_TRY(transaction.commit());
    const std::int64_t now = steady_now(box.mark.mark, read(hall.clock()));
    Calls read_now{{}, {}, rows.empty() ? seq : rows.back().seq};
    for (const JournalRow& row : rows) {
        const auto entry = wire::thaw(row.entry);
        if (!entry) continue;
        if (row.kind == "ticket.call_undone") {
            take_back(read_now, entry->body);
            continue;
        }
        const auto body = wire::call_body(entry->body);
        if (!body) continue;
        read_now.calls.push_back({row.seq, body->code, body->counter, body->call, entry->wall_ms,
                                  std::max<std::int64_t>(now - entry->steady_ms, 0)});
    }
    return read_now;
}

Result<std::int64_t> journal_end(Hall& hall) {
    LINLI_TRY_ASSIGN(const Box box, hall.stores().box.load());
    return box.journal_seq;
}

Result<std::optional<std::int64_t>> announced_until(Hall& hall) { return hall.stores().announcers.newest_mark(); }

Status mark_announced(Hall& hall, const std::string& place, std::int64_t seq) {
    LINLI_TRY_ASSIGN(Transaction transaction, hall.stores().database->begin_write());
    LINLI_TRY(hall.stores().announcers.save(place, seq));
    return transaction.commit();
}

}  // namespace linli
