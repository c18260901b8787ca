// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/acts/hall.h"
#include "hall/store/box_store.h"
#include "hall/store/sync_store.h"

namespace linli {

/// How many entries have not come to the district, as far as the box was told, and how long ago on the steady clock the
/// first of them was written (0 where there is none). In the running transaction.
inline std::int64_t unsent_count(const Box& box, const SyncLink& link) {
    return box.journal_seq > link.acked_through ? box.journal_seq - link.acked_through : 0;
}
Result<std::int64_t> unsent_age_ms(Hall& hall, const Box& box, const SyncLink& link);

}  // namespace linli
