// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "hall/base/clock.h"

namespace linli {

/// What both clocks showed at one instant.
struct ClockReading {
    WallMs wall_ms = 0;
    std::int64_t boot_ms = 0;
    std::string boot_id;
};

ClockReading read(const Clock& clock);

/// The hall's steady time in milliseconds: it never goes back and no one can move it. Within a boot it advances with
/// the time since boot; over a restart, with the wall clock where that went forward, and not at all where it went back.
/// Waiting times, lengths of visits and the order of the line are measured on it, so that a clock set wrong, or set
/// right, neither shuffles the line nor makes anybody wait a day.
struct SteadyMark {
    std::int64_t steady_ms = 0;
    ClockReading reading;
};

std::int64_t steady_now(const SteadyMark& last, const ClockReading& now);

}  // namespace linli
