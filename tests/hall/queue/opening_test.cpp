// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/opening.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

// Monday to Friday 8:30-12:00 and 13:30-17:30, Saturday 9:00-12:00.
OpeningHours hours() {
    OpeningHours all;
    for (std::size_t weekday = 0; weekday < 5; ++weekday) all.week[weekday] = {{510, 720}, {810, 1050}};
    all.week[5] = {{540, 720}};
    all.issue_before_open_minutes = 30;
    all.stop_before_close_minutes = 10;
    all.issue_in_breaks = false;
    return all;
}

struct Answer {
    Issuing state;
    std::string next;
    bool operator==(const Answer&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Answer& answer) {
    return out << static_cast<int>(answer.state) << " next " << answer.next;
}

Answer answer_at(const OpeningHours& hours, const char* zone_name, LocalDate date, int hour, int minute) {
    const TimeZone zone = value_of(TimeZone::open(zone_name));
    const IssuingAnswer answer = issuing_at(hours, zone, zone.moment(date, hour * 60 + minute));
    if (!answer.next_opening_ms) return {answer.state, ""};
    const LocalTime next = zone.at(*answer.next_opening_ms);
    return {answer.state, next.date.text() + " " + next.hour_minute()};
}

Answer at(const OpeningHours& hours, LocalDate date, int hour, int minute) {
    return answer_at(hours, "Asia/Shanghai", date, hour, minute);
}

constexpr LocalDate monday{2026, 11, 23};
constexpr LocalDate friday{2026, 11, 27};
constexpr LocalDate saturday{2026, 11, 28};
constexpr LocalDate sunday{2026, 11, 29};
const Answer open{Issuing::open, ""};

}  // namespace

TEST_CASE("numbers are given from half an hour before the doors open until shortly before they close") {
    CHECK(at(hours(), monday, 0, 0) == Answer{Issuing::before_opening, "2026-11-23 08:30"});
    CHECK(at(hours(), monday, 7, 59) == Answer{Issuing::before_opening, "2026-11-23 08:30"});
    CHECK(at(hours(), monday, 8, 0) == open);
    CHECK(at(hours(), monday, 8, 30) == open);
    CHECK(at(hours(), monday, 17, 19) == open);
    CHECK(at(hours(), monday, 17, 20) == Answer{Issuing::after_closing, "2026-11-24 08:30"});
    CHECK(at(hours(), monday, 23, 59) == Answer{Issuing::after_closing, "2026-11-24 08:30"});
}

TEST_CASE("in the midday break no number is given, unless the hall says so") {
    OpeningHours all = hours();
    CHECK(at(all, monday, 11, 59) == open);
    CHECK(at(all, monday, 12, 0) == Answer{Issuing::on_break, "2026-11-23 13:30"});
    CHECK(at(all, monday, 13, 29) == Answer{Issuing::on_break, "2026-11-23 13:30"});
    CHECK(at(all, monday, 13, 30) == open);
    all.issue_in_breaks = true;
    CHECK(at(all, monday, 12, 30) == open);
}

TEST_CASE("after the week's end the doors open on Monday") {
    CHECK(at(hours(), friday, 18, 0) == Answer{Issuing::after_closing, "2026-11-28 09:00"});
    CHECK(at(hours(), saturday, 11, 50) == Answer{Issuing::after_closing, "2026-11-30 08:30"});
    CHECK(at(hours(), sunday, 10, 0) == Answer{Issuing::closed_today, "2026-11-30 08:30"});
}

TEST_CASE("a holiday closes a weekday, and a make-up day opens a Sunday") {
    OpeningHours all = hours();
    all.exceptions[monday] = {};
    all.exceptions[sunday] = {{600, 900}};
    CHECK(at(all, monday, 10, 0) == Answer{Issuing::closed_today, "2026-11-24 08:30"});
    CHECK(at(all, sunday, 9, 0) == Answer{Issuing::before_opening, "2026-11-29 10:00"});
    CHECK(at(all, sunday, 10, 0) == open);
    CHECK(at(all, saturday, 15, 0) == Answer{Issuing::after_closing, "2026-11-29 10:00"});
}

TEST_CASE("over ten days of holiday the next opening is named, and over a year of them none") {
    OpeningHours all = hours();
    for (int ahead = 0; ahead < 10; ++ahead) all.exceptions[monday.plus_days(ahead)] = {};
    CHECK(at(all, sunday.plus_days(-7), 10, 0) == Answer{Issuing::closed_today, "2026-12-03 08:30"});
    CHECK(at(all, monday, 10, 0) == Answer{Issuing::closed_today, "2026-12-03 08:30"});
    CHECK(at(all, {2026, 12, 2}, 23, 59) == Answer{Issuing::closed_today, "2026-12-03 08:30"});
    CHECK(at(OpeningHours{}, monday, 10, 0) == Answer{Issuing::closed_today, ""});
}

TEST_CASE("a hall that never closes gives numbers at every minute") {
    OpeningHours all;
    for (auto& day : all.week) day = {{0, 1440}};
    all.stop_before_close_minutes = 0;
    for (const int hour : {0, 5, 12, 23}) CHECK(at(all, sunday, hour, 59) == open);
}

TEST_CASE("hours follow the clock on the wall when daylight saving begins and ends") {
    OpeningHours all = hours();
    all.week[6] = {{510, 720}};
    // 2026-03-29 and 2026-10-25 are the Sundays of the change in Berlin.
    for (const LocalDate day : {LocalDate{2026, 3, 29}, LocalDate{2026, 10, 25}}) {
        CHECK(answer_at(all, "Europe/Berlin", day, 7, 59) == Answer{Issuing::before_opening, day.text() + " 08:30"});
        CHECK(answer_at(all, "Europe/Berlin", day, 8, 0) == open);
        CHECK(answer_at(all, "Europe/Berlin", day.plus_days(-1), 20, 0) ==
              Answer{Issuing::after_closing, day.text() + " 08:30"});
    }
    // Doors that open in the hour that is skipped open when it is over.
    all.week[6] = {{150, 720}};
    CHECK(answer_at(all, "Europe/Berlin", {2026, 3, 29}, 1, 0) == Answer{Issuing::before_opening, "2026-03-29 03:00"});
}

TEST_CASE("the demo hall's own holidays and make-up days are kept") {
    const auto content = parse_hall_content(embedded_content());
    REQUIRE(content.has_value());
    CHECK(at(content->hours, monday, 10, 0) == open);
    CHECK(at(content->hours, {2026, 10, 1}, 10, 0) == Answer{Issuing::closed_today, "2026-10-08 08:30"});
    CHECK(at(content->hours, {2026, 10, 10}, 16, 0) == open);  // a Saturday worked for the holiday
    CHECK(at(content->hours, {2026, 11, 28}, 16, 0) == Answer{Issuing::after_closing, "2026-11-30 08:30"});
}
