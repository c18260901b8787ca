// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/read_outbox.h"

#include <algorithm>

#include "hall/acts/link_steps.h"
#include "hall/acts/unsent_age.h"

namespace linli {

Result<Outbox> read_outbox(Hall& hall, const OutboxLimits& limits) {
    HallStores& stores = hall.stores();
    LINLI_TRY_ASSIGN(Transaction moment, stores.database->begin_read());
    LINLI_TRY_ASSIGN(const Box box, stores.box.load());
    LINLI_TRY_ASSIGN(const SyncLink link, stores.sync.link());
    Outbox out;
    out.unsent = unsent_count(box, link);
    LINLI_TRY_ASSIGN(out.oldest_ms, unsent_age_ms(hall, box, link));
    LINLI_TRY_ASSIGN(const auto again, stores.sync.open_stretch(link.acked_through));
    const std::int64_t after = again ? again->sent_through : link.acked_through;
    const std::int64_t through = again ? again->last : box.journal_seq;
    std::size_t bytes = 0;
    std::int64_t expected = after + 1;
    if (expected <= through)
        LINLI_TRY(stores.journal.each(expected, [&](const JournalRow& row) {
            bytes += row.entry.size() + 1;
            const bool too_much = !out.entries.empty() && bytes > limits.bytes;
            // A gap is damage, which verify_journal speaks of: what stands behind it cannot be sent in this batch.
            if (too_much || row.seq != expected || row.seq > through) return false;
            out.entries.push_back(row.entry);
            out.chain = row.chain;
            out.last = expected++;
            return out.entries.size() < std::max<std::size_t>(limits.entries, 1);
        }));
    if (!out.entries.empty()) out.first = out.last - static_cast<std::int64_t>(out.entries.size()) + 1;
    LINLI_TRY(moment.commit());
    return out;
}

}  // namespace linli
