// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/wire/sync_limits.h"

namespace linli {

struct OutboxLimits {
    std::size_t entries = sync::batch_entries_max;
    std::size_t bytes = sync::batch_bytes_max;  ///< with the end of each line; one entry is read whatever it has
};

/// What is to go up next: entries in order without a gap. Stretches that are sent once more go first, they are the
/// oldest.
struct Outbox {
    std::vector<std::string> entries;  ///< frozen bytes; empty: all has come there
    std::int64_t first = 0, last = 0;
    std::string chain;           ///< 32 bytes: the journal's after `last`
    std::int64_t unsent = 0;     ///< entries after acked_through, these included
    std::int64_t oldest_ms = 0;  ///< how long ago on the steady clock the first of them was written
};
Result<Outbox> read_outbox(Hall& hall, const OutboxLimits& limits);

}  // namespace linli
