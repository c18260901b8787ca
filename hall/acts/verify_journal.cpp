// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/verify_journal.h"

#include <fmt/format.h>

#include "hall/journal/entry.h"
#include "hall/store/hall_stores.h"
#include "hall/wire/journal_json.h"

namespace linli {
namespace {

std::optional<std::string> fault_of(const JournalRow& row, std::int64_t expected_seq, const std::string& chain) {
    const auto fault = [&](std::string_view what) { return fmt::format("entry {}: {}", row.seq, what); };
    if (row.seq != expected_seq) return fmt::format("entry {} is missing", expected_seq);
    if (row.chain != as_text(chain_after(chain, row.entry)))
        return fault("its bytes or its place were changed: the chain breaks here");
    const auto entry = wire::thaw(row.entry);
    if (!entry) return fault(entry.error().message);
    if (entry->seq != row.seq || entry->kind != row.kind || entry->subject != row.subject)
        return fault("a copied column differs from the entry");
    return {};
}

}  // namespace

Result<JournalCheck> verify_journal(Hall& hall) {
    HallStores& stores = hall.stores();
    LINLI_TRY_ASSIGN(Transaction transaction, stores.database->begin_read());
    LINLI_TRY_ASSIGN(const Box box, stores.box.load());
    JournalCheck check;
    std::string chain(as_text(chain_start()));
    std::int64_t expected = 1;
    LINLI_TRY(stores.journal.each(1, [&](const JournalRow& row) {
        check.gaps += row.seq - expected;
        if (!check.fault) check.fault = fault_of(row, expected, chain);
        expected = row.seq + 1;
        chain = row.chain;
        ++check.entries;
        return true;
    }));
    if (!check.fault && (box.journal_seq != expected - 1 || box.journal_chain != chain))
        check.fault = fmt::format("the journal ends at entry {}, and the box says {}: entries at the end were removed",
                                  expected - 1, box.journal_seq);
    LINLI_TRY(transaction.commit());
    return check;
}

}  // namespace linli
