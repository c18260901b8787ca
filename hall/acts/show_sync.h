// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/note_contact.h"
#include "hall/store/sync_store.h"

namespace linli {

/// How the box stands with its district, for people: no secret is in it.
struct SyncView {
    LinkState state = LinkState::none;
    std::string address, hall_id, hall_name, fingerprint;  ///< empty as long as there is none
    std::int64_t journal_seq = 0, acked_through = 0, durable_through = 0;
    std::int64_t unsent = 0, oldest_unsent_ms = 0;
    std::int64_t unsent_attachments = 0;
    std::optional<WallMs> contact_ms;              ///< when the district last answered
    std::optional<std::int64_t> since_contact_ms;  ///< how long ago on the steady clock
    SyncTrouble trouble = SyncTrouble::none;
    std::string trouble_detail;
    WallMs trouble_ms = 0;
    bool agent_runs = false;  ///< `linli-sync run`, on this machine now
};
Result<SyncView> show_sync(Hall& hall);

/// The LiveMark of `linli-sync run`.
inline constexpr const char* sync_program = "sync";

}  // namespace linli
