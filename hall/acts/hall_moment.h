// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/acts/hall.h"
#include "hall/queue/service_day.h"

namespace linli {

/// The instant at which a view is read: the clocks, and the service day that they stand in.
struct HallMoment {
    DayMark newest;  ///< what the newest act left behind
    std::int64_t journal_seq = 0;
    WallMs wall_ms = 0;
    std::int64_t steady_ms = 0;
    LocalTime here;
    std::int64_t service_day = 0;  ///< where day_over, the one that the next act will open
    bool day_over = false;  ///< a midnight has passed that no act has met: the line is empty, counters are closed
};

/// Reads it in the running transaction, after Hall::content().
Result<HallMoment> read_moment(Hall& hall);

}  // namespace linli
