// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/unsent_age.h"

#include <algorithm>

#include "hall/queue/steady_clock.h"
#include "hall/store/hall_stores.h"
#include "hall/wire/journal_json.h"

namespace linli {

Result<std::int64_t> unsent_age_ms(Hall& hall, const Box& box, const SyncLink& link) {
    if (box.journal_seq <= link.acked_through) return 0;
    const std::int64_t now = steady_now(box.mark.mark, read(hall.clock()));
    std::int64_t written = now;
    LINLI_TRY(hall.stores().journal.each(link.acked_through + 1, [&](const JournalRow& row) {
        if (const auto entry = wire::thaw(row.entry)) written = entry->steady_ms;
        return false;
    }));
    return std::max<std::int64_t>(now - written, 0);
}

}  // namespace linli
