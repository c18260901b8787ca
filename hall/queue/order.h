// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace linli {

/// The order of the line: the smallest key is called first, and of equal keys the earlier ticket. The key is the
/// arrival on the steady clock in microseconds, earlier by the priority class's head start. Somebody without priority
/// can therefore be passed only by those who came within the head start after them: the wait it costs is bounded.
std::int64_t order_key_of_arrival(std::int64_t steady_ms, int head_start_minutes);

/// Directly behind another key (microseconds leave room between two arrivals).
inline std::int64_t order_key_behind(std::int64_t key) { return key + 1; }

}  // namespace linli
