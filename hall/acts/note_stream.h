// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/wire/sync_json.h"

namespace linli {

enum class StreamFinding {
    same,     ///< the district has this journal as it is, up to where it is
    compare,  ///< it was restored, or its chain differs: what differs is to be found by ranges (settle_stream)
};

/// The district says how far it is. Where that is less than the box thought, the rest is sent again.
Result<StreamFinding> note_stream(Hall& hall, const sync::StreamState& state);

/// The stretches of this journal that lie otherwise there: `theirs` are its ranges, `ours` those of journal_ranges with
/// the same step. Ranges that the box has not (its own database was put back) are passed over: nothing can be sent.
struct DifferingStretch {
    std::int64_t first = 0, last = 0;
    std::string theirs;  ///< the district's hash, empty where it has none of it
};
std::vector<DifferingStretch> differing(const std::vector<sync::Range>& ours, const std::vector<sync::Range>& theirs);

/// Has them sent again, but for those that were sent and lie there as before, and counts the stream as looked at. Gives
/// how many stretches are to be sent.
Result<int> settle_stream(Hall& hall, const sync::StreamState& state, const std::vector<DifferingStretch>& stretches);

}  // namespace linli
