// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/service_day.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace linli;

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
constexpr LocalDate monday{2026, 11, 23};
constexpr LocalDate tuesday{2026, 11, 24};
constexpr LocalDate long_ago{2020, 1, 1};

enum class Boot { same, another };

// From the newest act (of the service day `day_date`, at a clock that showed `seen`) until now, when it shows `today`.
struct Case {
    const char* what;
    LocalDate day_date;
    LocalDate seen;
    LocalDate today;
    std::int64_t wall_moved;
    std::int64_t boot_moved;
    Boot boot;
    DayStep expected;
};

const Case cases[] = {
    {"an hour later", monday, monday, monday, hour, hour, Boot::same, DayStep::same},
    {"midnight passes while the machine runs", monday, monday, tuesday, 10 * hour, 10 * hour, Boot::same, DayStep::next},
    {"midnight passes and the clock was corrected by some minutes", monday, monday, tuesday, 10 * hour + 29 * minute,
     10 * hour, Boot::same, DayStep::next},
    {"a long weekend without an act", monday, monday, {2026, 11, 27}, 4 * day, 4 * day, Boot::same, DayStep::next},
    {"off over midnight", monday, monday, tuesday, 14 * hour, 0, Boot::another, DayStep::next},
    {"off for a week", monday, monday, {2026, 11, 30}, 7 * day, 0, Boot::another, DayStep::next},
    {"restarted within the day", monday, monday, monday, 3 * minute, 0, Boot::another, DayStep::same},
    {"set back a day", monday, monday, {2026, 11, 22}, -day, minute, Boot::same, DayStep::clock_moved},
    {"and right again", monday, {2026, 11, 22}, monday, day, minute, Boot::same, DayStep::clock_moved},
    {"set forward a day", monday, monday, tuesday, day + minute, minute, Boot::same, DayStep::clock_moved},
    {"and back again", monday, tuesday, monday, -day, minute, Boot::same, DayStep::clock_moved},
    {"set forward by little over midnight", monday, monday, tuesday, 40 * minute, minute, Boot::same, DayStep::clock_moved},
    {"midnight passes on a clock set a day back", monday, {2026, 11, 22}, monday, 14 * hour, 14 * hour, Boot::same,
     DayStep::next},
    {"started with an empty battery", monday, monday, long_ago, -2500 * day, 0, Boot::another, DayStep::clock_moved},
    {"then set right by the network on the next day", monday, long_ago, tuesday, 2500 * day, 5 * minute, Boot::same,
     DayStep::next_carry},
    {"then set right by the network on the same day", monday, long_ago, monday, 2500 * day, 5 * minute, Boot::same,
     DayStep::clock_moved},
    {"then midnight passes on the wrong date", monday, long_ago, {2020, 1, 2}, 14 * hour, 14 * hour, Boot::same,
     DayStep::next},
    {"an empty battery, then restarted right on the next day", monday, long_ago, tuesday, 2500 * day, 0, Boot::another,
     DayStep::next},
    {"an empty battery, then restarted right on the same day", monday, long_ago, monday, 2500 * day, 0, Boot::another,
     DayStep::clock_moved},
    {"an empty battery at every start", monday, long_ago, long_ago, minute, 0, Boot::another, DayStep::same},
    {"midnight where the clock goes an hour back for the winter", {2026, 10, 24}, {2026, 10, 24}, {2026, 10, 25}, 14 * hour,
     14 * hour, Boot::same, DayStep::next},
};

}  // namespace

TEST_CASE("a midnight is told from a clock that was moved") {
    const Case& one = GENERATE(from_range(std::begin(cases), std::end(cases)));
    INFO(one.what);
    DayMark newest;
    newest.day = {17, one.day_date};
    newest.seen_date = one.seen;
    newest.mark.reading = {1000 * day, 9 * hour, "boot"};
    ClockReading now{1000 * day + one.wall_moved, 9 * hour + one.boot_moved, "boot"};
    if (one.boot == Boot::another) now = {now.wall_ms, 20'000, "another boot"};
    CHECK(static_cast<int>(next_day_step(newest, one.today, now)) == static_cast<int>(one.expected));
}

TEST_CASE("the first act of a hall opens its first day, whatever the clock shows") {
    const DayMark never;
    for (const LocalDate& today : {long_ago, monday, LocalDate{1970, 1, 1}})
        CHECK(next_day_step(never, today, {day, hour, "boot"}) == DayStep::next);
}
