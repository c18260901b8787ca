// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/read_journal.h"

#include <limits>

#include "hall/store/hall_stores.h"
#include "hall/wire/journal_json.h"

namespace linli {
namespace {

JournalEntry entry_of(const JournalRow& row) {
    if (auto entry = wire::thaw(row.entry)) return std::move(*entry);
    JournalEntry damaged;
    damaged.seq = row.seq;
    damaged.kind = row.kind;
    damaged.subject = row.subject;
    damaged.body = "{}";
    return damaged;
}

}  // namespace

Result<JournalPage> read_journal(Hall& hall, const ReadJournal& wanted) {
    if (wanted.limit < 1 || wanted.limit > journal_page_max)
        return fail(ErrorCode::invalid_input, "a page of the journal has 1 to 200 entries");
    HallStores& stores = hall.stores();
    LINLI_TRY_ASSIGN(Transaction transaction, stores.database->begin_read());
    JournalPage page;
    LINLI_TRY_ASSIGN(const Box box, stores.box.load());
    page.newest = box.journal_seq;
    int looked_at = 0;
    const std::int64_t before = wanted.before_seq.value_or(std::numeric_limits<std::int64_t>::max());
    LINLI_TRY(stores.journal.each_back(before, [&](const JournalRow& row) {
        page.looked_until = row.seq;
        const bool is_wanted =
            row.kind.starts_with(wanted.kind) && (wanted.actor.empty() || wire::is_by(row.entry, wanted.actor));
        if (is_wanted) page.entries.push_back(entry_of(row));
        return ++looked_at < journal_looked_at_max && static_cast<int>(page.entries.size()) < wanted.limit;
    }));
    LINLI_TRY(transaction.commit());
    return page;
}

}  // namespace linli
