// SPDX-License-Identifier: Apache-2.0
#include "hall/base/time_zone.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

TimeZone zone(const char* name) { return value_of(TimeZone::open(name)); }

std::string shown(const TimeZone& zone, WallMs wall) {
    const LocalTime time = zone.at(wall);
    return time.date.text() + " " + time.hour_minute();
}

constexpr WallMs minute_ms = 60'000;

}  // namespace

TEST_CASE("a date is read only as ISO 8601 and only where the calendar has it") {
    CHECK(LocalDate::parse("2026-11-23") == LocalDate{2026, 11, 23});
    CHECK(LocalDate::parse("2028-02-29") == LocalDate{2028, 2, 29});
    for (const char* wrong :
         {"", "2026-11-3", "2026/11/23", "2026-13-01", "2026-00-10", "2026-02-29", "2026-04-31", "2026-11-00",
          "-026-11-23", "2026--1-23", "2026-11-2x", "+026-11-23", " 026-11-23", "2026-11-23 ", "2026-1 -23"}) {
        INFO(wrong);
        CHECK_FALSE(LocalDate::parse(wrong).has_value());
    }
}

TEST_CASE("a date is written as it is read, and days are counted over months and leap years") {
    CHECK(LocalDate{2026, 3, 1}.text() == "2026-03-01");
    CHECK(LocalDate{2028, 2, 28}.plus_days(1) == LocalDate{2028, 2, 29});
    CHECK(LocalDate{2027, 2, 28}.plus_days(1) == LocalDate{2027, 3, 1});
    CHECK(LocalDate{2026, 12, 31}.plus_days(1) == LocalDate{2027, 1, 1});
    CHECK(LocalDate{2026, 1, 1}.plus_days(-1) == LocalDate{2025, 12, 31});
    CHECK(LocalDate{2026, 1, 1}.plus_days(365 * 400 + 97) == LocalDate{2426, 1, 1});
    CHECK(LocalDate{2026, 9, 30} < LocalDate{2026, 10, 1});
}

TEST_CASE("the hall's wall clock shows date, weekday and minute of its own zone") {
    const TimeZone shanghai_zone = zone("Asia/Shanghai");
    CHECK(shanghai_zone.name() == "Asia/Shanghai");
    const LocalTime time = shanghai_zone.at(1'795'399'200'000 + 59'999);  // 2026-11-23 02:00:59 UTC
    CHECK(time.date == LocalDate{2026, 11, 23});
    CHECK(time.weekday == 1);
    CHECK(time.hour_minute() == "10:00");
    CHECK(time.second == 59);
    CHECK(shanghai_zone.moment({2026, 11, 23}, 10 * 60) == 1'795'399'200'000);
    CHECK(shanghai_zone.at(shanghai_zone.moment({2026, 11, 22}, 23 * 60 + 59)).weekday == 7);
    CHECK(shown(shanghai_zone, -1) == "1970-01-01 07:59");
}

TEST_CASE("a zone that this machine does not know is said, not thrown") {
    CHECK(error_of(TimeZone::open("Asia/Guihuali")) == "invalid_content");
    CHECK(error_of(TimeZone::open("")) == "invalid_content");
}

TEST_CASE("the hour that daylight saving skips is over at once") {
    const TimeZone berlin = zone("Europe/Berlin");
    const LocalDate sunday{2026, 3, 29};
    const WallMs change = berlin.moment(sunday, 2 * 60);
    CHECK(shown(berlin, change - 1) == "2026-03-29 01:59");
    CHECK(shown(berlin, change) == "2026-03-29 03:00");
    CHECK(berlin.moment(sunday, 2 * 60 + 30) == change);
    CHECK(berlin.moment(sunday, 3 * 60) == change);
    CHECK(berlin.moment(sunday.plus_days(1), 0) - berlin.moment(sunday, 0) == 23 * hour_ms);
}

TEST_CASE("of the hour that daylight saving repeats, a moment is in the first") {
    const TimeZone berlin = zone("Europe/Berlin");
    const LocalDate sunday{2026, 10, 25};
    const WallMs first = berlin.moment(sunday, 2 * 60 + 30);
    CHECK(shown(berlin, first) == "2026-10-25 02:30");
    CHECK(shown(berlin, first + 30 * minute_ms) == "2026-10-25 02:00");
    CHECK(shown(berlin, first + 60 * minute_ms) == "2026-10-25 02:30");
    CHECK(berlin.moment(sunday, 3 * 60) - berlin.moment(sunday, 2 * 60) == 2 * hour_ms);
    CHECK(berlin.moment(sunday.plus_days(1), 0) - berlin.moment(sunday, 0) == 25 * hour_ms);
}
