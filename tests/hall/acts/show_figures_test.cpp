// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_figures.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/care_for_device.h"
#include "hall/acts/end_ticket.h"
#include "tests/support/desk.h"

using namespace linli;
using namespace linli::support;

namespace {

using Codes = std::vector<std::string>;

Figures today(Desk& desk) { return value_of(show_figures(desk.hall(), {})).value(); }

}  // namespace

TEST_CASE("a day's figures count numbers, waits, visits, outcomes, lines and counters") {
    Desk desk;
    desk.hold(4, clerk_two);
    for (int i = 0; i < 4; ++i) desk.test.take("senior-card");  // A001 to A004, at 10 o'clock
    desk.test.take("resident-pension");                         // B001
    desk.test.clock.pass_minutes(20);
    desk.gives(Order::next);
    desk.gives(Order::next, 4);
    desk.test.clock.pass_minutes(50);  // past 11 o'clock
    desk.gives(Order::finish_next);
    desk.gives(Order::miss);
    DeskOrder finish = desk.made(Order::finish, 4);
    finish.outcome = "material_missing";
    done(desk.give(finish));
    done(end_ticket(desk.hall(), "A004", "", clerk_one));
    const Figures figures = today(desk);
    CHECK(figures.date == "2026-11-23");
    CHECK(figures.today);
    CHECK(figures.as_of_ms == desk.test.clock.wall_ms());
    CHECK(figures.all.taken == 5);
    CHECK(figures.all.done == 2);
    CHECK(figures.missed == 1);
    CHECK(figures.left == 1);
    CHECK(figures.waiting == 1);
    // A001, B001 after 20 minutes and some seconds, A002 after 70; A002, A003 and A004 were over 30.
    CHECK(figures.all.waited_longest_ms == 70 * 60'000 + 3'000);
    CHECK(figures.all.waited_mean_ms == (2 * 20 * 60'000 + 4'000 + 70 * 60'000 + 3'000) / 3);
    CHECK(figures.over_limit == 3);
    CHECK(figures.visit_mean_ms == 50 * 60'000);
    CHECK(figures.outcomes == std::map<std::string, int>{{"done", 1}, {"material_missing", 1}});
    REQUIRE(figures.hours.size() == 2);
    CHECK(figures.hours[0].hour == 10);
    CHECK(figures.hours[0].share.taken == 5);
    CHECK(figures.hours[0].share.done == 0);
    CHECK(figures.hours[1].share.taken == 0);
    CHECK(figures.hours[1].share.done == 2);
    CHECK(figures.lines.at(0).letter == 'A');
    CHECK(figures.lines.at(0).share.taken == 4);
    CHECK(figures.lines.at(1).share.done == 1);
    CHECK(figures.counters.size() == 5);
    CHECK(figures.counters.at(0).done == 1);
    CHECK(figures.counters.at(0).visit_mean_ms == 50 * 60'000);
    CHECK(figures.counters.at(1).done == 0);
    CHECK_FALSE(figures.week_before_taken.has_value());
    CHECK(figures.hand_over.missed_codes == Codes{"A002"});
    CHECK(figures.hand_over.waiting_codes == Codes{"A003"});
    CHECK(figures.hand_over.held_codes.empty());
}

TEST_CASE("the limit is the hall's own") {
    Desk desk(hall_with("/queue/wait_red_minutes", "20"));
    desk.test.take("senior-card");
    desk.test.clock.pass_minutes(20);
    CHECK(today(desk).over_limit == 0);
    desk.test.clock.pass_ms(1);
    CHECK(today(desk).over_limit == 1);
}

TEST_CASE("what the next shift must know holds who is put aside and what does not work, but of a past day neither") {
    Desk desk(always_open());
    REQUIRE(report_device(desk.hall(), {"kiosk", Device::printer, DeviceHealth::bad, "paper_out", 0}).has_value());
    REQUIRE(report_device(desk.hall(), {"kiosk", Device::sound, DeviceHealth::absent, "no_card", 0}).has_value());
    desk.test.take("senior-card");
    desk.gives(Order::next);
    desk.gives(Order::hold);
    CHECK(today(desk).hand_over.held_codes == Codes{"A001"});
    CHECK(today(desk).hand_over.troubles.size() == 1);
    desk.test.clock.pass_hours(24);
    desk.test.take("senior-card");
    const Figures past = value_of(show_figures(desk.hall(), LocalDate{2026, 11, 23})).value();
    CHECK_FALSE(past.today);
    CHECK(past.left == 1);
    CHECK(past.hand_over.held_codes.empty());
    CHECK(past.hand_over.troubles.empty());
}

TEST_CASE("a day is found by its date, beside the same weekday before") {
    Desk desk(always_open());
    for (int i = 0; i < 3; ++i) desk.test.take("senior-card");
    desk.test.clock.pass_hours(24 * 7);
    desk.test.take("senior-card");
    CHECK(today(desk).date == "2026-11-30");
    CHECK(today(desk).all.taken == 1);
    CHECK(today(desk).week_before_taken == 3);
    CHECK(value_of(show_figures(desk.hall(), LocalDate{2026, 11, 23})).value().all.taken == 3);
    CHECK_FALSE(value_of(show_figures(desk.hall(), LocalDate{2026, 11, 25})).has_value());
    CHECK(value_of(show_figures(desk.hall(), LocalDate{2026, 11, 30})).value().today);
}

TEST_CASE("a new day has figures before its first number") {
    Desk desk(always_open());
    desk.test.take("senior-card");
    desk.test.clock.pass_hours(24);
    const Figures figures = today(desk);
    CHECK(figures.date == "2026-11-24");
    CHECK(figures.all.taken == 0);
    CHECK(figures.hours.empty());
    CHECK(figures.all.waited_mean_ms == 0);
}
