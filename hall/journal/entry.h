// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "hall/base/bytes.h"
#include "hall/base/clock.h"

namespace linli {

/// One fact of the journal before it is frozen. The format on disk is in journal_format.md.
struct JournalEntry {
    std::int64_t seq = 0;    ///< 1, 2, 3 … without a gap, per box and epoch
    std::int64_t epoch = 1;  ///< grows when a box's database is set up anew
    std::string id;          ///< UUIDv7
    WallMs wall_ms = 0;
    std::int64_t steady_ms = 0;
    std::string actor;
    std::string kind;     ///< "ticket.taken"
    std::string subject;  ///< what it is about: a ticket's id, "counter:3"
    int version = 1;      ///< of the body's schema for this kind
    std::string body;     ///< a JSON object
};

/// The chain before the first entry: 32 zero bytes.
Digest chain_start();
/// The chain after an entry: BLAKE2b-256 of the previous chain followed by the entry's frozen bytes.
Digest chain_after(std::string_view previous_chain, std::string_view frozen_bytes);

}  // namespace linli
