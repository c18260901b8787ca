// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"
#include "hall/store/sync_store.h"

namespace linli {

/// What the agent needs to speak to the district, secrets and all; whoever only shows it takes show_sync.
struct BoxLink {
    std::string box_id;
    std::int64_t epoch = 1;
    std::int64_t journal_seq = 0;
    std::int64_t token_age_ms = 0;  ///< INT64_MAX where a new one is asked for
    SyncLink link;
};
Result<BoxLink> read_link(Hall& hall);

}  // namespace linli
