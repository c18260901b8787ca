// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "hall/base/time_zone.h"
#include "hall/queue/steady_clock.h"

namespace linli {

/// The day that numbers are counted in. Its id only grows; the date is its label, as the clock showed it.
struct ServiceDay {
    std::int64_t id = 0;
    LocalDate date;
};

/// What the newest act left behind about time.
struct DayMark {
    ServiceDay day;
    LocalDate seen_date;  ///< the local date at the newest act
    SteadyMark mark;
};

enum class DayStep {
    same,        ///< go on in this day
    next,        ///< a new day begins: numbers start at 1, what is left of the old one ends
    next_carry,  ///< a new day begins because a clock that was behind is right again: who took a number since this boot
                 ///< stays
    clock_moved,  ///< the date changed though no midnight passed: go on in this day, and note it
};

/// Decides by both clocks whether a midnight has passed since the newest act.
///
/// A date that changes while the machine ran on is a midnight only if the time since boot agrees (to half an hour), or
/// if so much of it has passed that the newest act was on an earlier date by the clock as it shows now; else somebody,
/// or the network, moved the clock, and the people in the line must not lose their numbers. Over a restart there is no
/// second witness: a later date is a new day (the box was off at midnight), an earlier one is a clock that has lost its
/// time.
DayStep next_day_step(const DayMark& newest, const TimeZone& zone, const ClockReading& now);

}  // namespace linli
