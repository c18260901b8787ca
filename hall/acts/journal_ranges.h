// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/wire/sync_json.h"

namespace linli {

/// Count and hash of the entries first to last, as hall/wire/sync_protocol.md describes them. 20 ms for 10,000 entries.
Result<sync::Range> journal_range(Hall& hall, std::int64_t first, std::int64_t last);
/// The same for each stretch of `step` numbers up to `through`, the last one perhaps shorter. Error: invalid_input for
/// a step out of bounds.
Result<std::vector<sync::Range>> journal_ranges(Hall& hall, int step, std::int64_t through);
/// A step with which the district's answer stays small.
int range_step_for(std::int64_t entries);

}  // namespace linli
