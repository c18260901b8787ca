// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/steady_clock.h"

#include <algorithm>

namespace linli {

ClockReading read(const Clock& clock) { return {clock.wall_ms(), clock.boot_ms(), clock.boot_id()}; }

std::int64_t steady_now(const SteadyMark& last, const ClockReading& now) {
    const bool same_boot = now.boot_id == last.reading.boot_id && now.boot_ms >= last.reading.boot_ms;
    const std::int64_t elapsed = same_boot ? now.boot_ms - last.reading.boot_ms : now.wall_ms - last.reading.wall_ms;
    return last.steady_ms + std::max<std::int64_t>(elapsed, 0);
}

}  // namespace linli
