// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/service_day.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

constexpr LocalDate monday{2026, 11, 23};
constexpr LocalDate tuesday{2026, 11, 24};
constexpr LocalDate sunday{2026, 11, 22};
constexpr LocalDate long_ago{2020, 1, 1};

enum class Boot { same, another };

struct Shown {
    LocalDate date;
    int hour;
    int minute = 0;
};

// The service day, what the clock showed at the newest act and shows now, and the minutes of the same boot between.
struct Case {
    const char* what;
    LocalDate day;
    Shown before;
    Shown now;
    std::int64_t minutes;
    Boot boot;
    DayStep expected;
};

const Case cases[] = {
    {"an hour later", monday, {monday, 10}, {monday, 11}, 60, Boot::same, DayStep::same},
    {"midnight passes while the machine runs", monday, {monday, 17}, {tuesday, 8}, 15 * 60, Boot::same, DayStep::next},
    {"midnight passes in a minute", monday, {monday, 23, 59}, {tuesday, 0}, 1, Boot::same, DayStep::next},
    {"a clock that was some minutes slow is corrected over midnight",
     monday,
     {monday, 23, 50},
     {tuesday, 0, 10},
     1,
     Boot::same,
     DayStep::next},
    {"a clock that was slow by much is corrected in the night",
     monday,
     {monday, 17},
     {tuesday, 8},
     13 * 60,
     Boot::same,
     DayStep::next},
    {"a clock that was fast by much is corrected in the night",
     monday,
     {monday, 17},
     {tuesday, 8},
     17 * 60,
     Boot::same,
     DayStep::next},
    {"a long weekend without an act",
     monday,
     {monday, 17},
     {{2026, 11, 27}, 8},
     (4 * 24 - 9) * 60,
     Boot::same,
     DayStep::next},
    {"off over midnight", monday, {monday, 17}, {tuesday, 8}, 0, Boot::another, DayStep::next},
    {"off for a week", monday, {monday, 17}, {{2026, 11, 30}, 8}, 0, Boot::another, DayStep::next},
    {"restarted within the day", monday, {monday, 10}, {monday, 10, 3}, 0, Boot::another, DayStep::same},
    {"set back a day", monday, {monday, 10}, {sunday, 10, 1}, 1, Boot::same, DayStep::clock_moved},
    {"and right again", monday, {sunday, 10, 1}, {monday, 10, 2}, 1, Boot::same, DayStep::clock_moved},
    {"set right only in the night", monday, {sunday, 17}, {tuesday, 8}, 15 * 60, Boot::same, DayStep::next},
    {"set forward a day", monday, {monday, 10}, {tuesday, 10, 1}, 1, Boot::same, DayStep::clock_moved},
    {"and back again", monday, {tuesday, 10, 1}, {monday, 10, 2}, 1, Boot::same, DayStep::clock_moved},
    {"set forward by little over midnight",
     monday,
     {monday, 23, 30},
     {tuesday, 0, 10},
     1,
     Boot::same,
     DayStep::clock_moved},
    {"midnight passes on a clock set a day back",
     monday,
     {sunday, 17},
     {monday, 8},
     15 * 60,
     Boot::same,
     DayStep::next},
    {"started with an empty battery", monday, {monday, 17}, {long_ago, 8}, 0, Boot::another, DayStep::clock_moved},
    {"then set right by the network on the next day",
     monday,
     {long_ago, 8},
     {tuesday, 8, 30},
     5,
     Boot::same,
     DayStep::next_carry},
    {"then set right by the network on the same day",
     monday,
     {long_ago, 8},
     {monday, 18},
     5,
     Boot::same,
     DayStep::clock_moved},
    {"then set right by the network in the night after",
     monday,
     {long_ago, 17},
     {{2026, 11, 25}, 8},
     15 * 60,
     Boot::same,
     DayStep::next},
    {"then midnight passes on the wrong date",
     monday,
     {long_ago, 17},
     {{2020, 1, 2}, 8},
     15 * 60,
     Boot::same,
     DayStep::next},
    {"an empty battery, then restarted right on the next day",
     monday,
     {long_ago, 8},
     {tuesday, 9},
     0,
     Boot::another,
     DayStep::next},
    {"an empty battery, then restarted right on the same day",
     monday,
     {long_ago, 8},
     {monday, 18},
     0,
     Boot::another,
     DayStep::clock_moved},
    {"an empty battery at every start", monday, {long_ago, 8}, {long_ago, 8}, 0, Boot::another, DayStep::same},
};

ClockReading reading(const TimeZone& zone, const Shown& shown, std::int64_t boot_minutes, const char* boot_id) {
    return {zone.moment(shown.date, shown.hour * 60 + shown.minute), boot_minutes * 60'000, boot_id};
}

DayMark mark_of(const TimeZone& zone, LocalDate day, const Shown& shown) {
    return {{17, day}, shown.date, {0, reading(zone, shown, 540, "boot")}};
}

}  // namespace

TEST_CASE("a midnight is told from a clock that was moved") {
    const Case& one = GENERATE(from_range(std::begin(cases), std::end(cases)));
    INFO(one.what);
    const TimeZone zone = value_of(TimeZone::open("Asia/Shanghai"));
    const bool same = one.boot == Boot::same;
    const ClockReading now = reading(zone, one.now, same ? 540 + one.minutes : 1, same ? "boot" : "another boot");
    CHECK(static_cast<int>(next_day_step(mark_of(zone, one.day, one.before), zone, now)) ==
          static_cast<int>(one.expected));
}

TEST_CASE("a night in which daylight saving begins or ends has one midnight") {
    const TimeZone berlin = value_of(TimeZone::open("Europe/Berlin"));
    for (const auto& [day, hours] : {std::pair{LocalDate{2027, 3, 27}, 14}, {LocalDate{2027, 10, 30}, 16}}) {
        const DayMark before = mark_of(berlin, day, {day, 17});
        CHECK(next_day_step(before, berlin, reading(berlin, {day.plus_days(1), 8}, 540 + hours * 60, "boot")) ==
              DayStep::next);
        const DayMark after_midnight = mark_of(berlin, day.plus_days(1), {day.plus_days(1), 1});
        CHECK(next_day_step(after_midnight, berlin, reading(berlin, {day.plus_days(1), 8}, 540 + 7 * 60, "boot")) ==
              DayStep::same);
    }
}

TEST_CASE("the first act of a hall opens its first day, whatever the clock shows") {
    const TimeZone zone = value_of(TimeZone::open("Asia/Shanghai"));
    for (const LocalDate& today : {long_ago, monday, LocalDate{1970, 1, 2}})
        CHECK(next_day_step(DayMark{}, zone, reading(zone, {today, 8}, 5, "boot")) == DayStep::next);
}
