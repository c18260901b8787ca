// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/service_day.h"

#include <cstdlib>

namespace linli {
namespace {

constexpr std::int64_t disagreement_ms_max = 30LL * 60 * 1000;

bool clocks_agree(const ClockReading& before, const ClockReading& now) {
    const std::int64_t by_wall = now.wall_ms - before.wall_ms;
    const std::int64_t by_boot = now.boot_ms - before.boot_ms;
    return std::llabs(by_wall - by_boot) <= disagreement_ms_max;
}

}  // namespace

DayStep next_day_step(const DayMark& newest, const TimeZone& zone, const ClockReading& now) {
    const LocalDate today = zone.at(now.wall_ms).date;
    if (newest.day.id == 0) return DayStep::next;
    if (today == newest.seen_date) return DayStep::same;
    if (today < newest.seen_date) return DayStep::clock_moved;
    const ClockReading& before = newest.mark.reading;
    const bool was_behind = newest.seen_date < newest.day.date;
    if (now.boot_id != before.boot_id) return today > newest.day.date ? DayStep::next : DayStep::clock_moved;
    if (clocks_agree(before, now)) return DayStep::next;
    const WallMs newest_by_this_clock = now.wall_ms - (now.boot_ms - before.boot_ms);
    if (zone.at(newest_by_this_clock).date < today) return DayStep::next;
    if (was_behind && today > newest.day.date) return DayStep::next_carry;
    return DayStep::clock_moved;
}

}  // namespace linli
