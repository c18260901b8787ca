// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "hall/acts/hall.h"

namespace linli {

/// What the district said of entries that it was sent, first to last.
struct PushReceipt {
    std::int64_t first = 0, last = 0;
    std::int64_t acked_through = 0, durable_through = 0;
    std::string server_incarnation;
};

enum class PushNoted {
    forward,       ///< they count as received
    nothing_new,   ///< the district has taken none of them: it is to be asked again later
    look_closely,  ///< it has fallen back, or was restored: ask for its stream (note_stream)
};

/// Moves acked_through forward only, and only up to what was sent.
Result<PushNoted> note_push(Hall& hall, const PushReceipt& receipt);
/// The district misses entries before those that it was sent: they are sent again from there. Gives false where it says
/// no such thing.
Result<bool> note_gap(Hall& hall, std::int64_t acked_through);

}  // namespace linli
