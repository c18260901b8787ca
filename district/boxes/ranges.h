// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "district/store/connection.h"
#include "hall/wire/sync_json.h"

namespace linli::district {

/// How far a box's journal has come here; nothing yet is 0 and the chain's start.
Result<sync::StreamState> stream_state(Connection& connection, const StreamKey& key);

/// What is here, a stretch of `step` numbers at a time, to be compared with what the box has.
Result<std::vector<sync::Range>> ranges_of(Connection& connection, const StreamKey& key, std::int64_t step);

}  // namespace linli::district
