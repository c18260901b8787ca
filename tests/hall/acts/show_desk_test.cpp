// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_desk.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "hall/acts/call_for_help.h"
#include "hall/acts/care_for_device.h"
#include "hall/acts/end_ticket.h"
#include "hall/acts/give_back.h"
#include "hall/acts/hold_counter.h"
#include "hall/acts/pause_issuing.h"
#include "hall/acts/set_message.h"
#include "tests/support/desk.h"

using namespace linli;
using namespace linli::support;

namespace {

using Codes = std::vector<std::string>;

Codes codes(const std::vector<DeskTicket>& tickets) {
    Codes found;
    for (const DeskTicket& ticket : tickets) found.push_back(ticket.ticket.code());
    return found;
}

const DeskCounter& counter(const DeskView& view, int number) {
    return *std::ranges::find(view.counters, number, &DeskCounter::number);
}

}  // namespace

TEST_CASE("the desk sees the line, who is held and missed, and every counter with its next") {
    Desk desk;
    desk.hold(4, clerk_two);
    for (int i = 0; i < 5; ++i) desk.test.take("senior-card");  // A001 to A005
    desk.test.take("resident-pension");                         // B001
    desk.gives(Order::next);
    desk.gives(Order::hold);
    desk.gives(Order::next);
    desk.gives(Order::miss);
    desk.test.clock.pass_minutes(2);
    desk.gives(Order::next);
    desk.gives(Order::miss);
    desk.gives(Order::next);
    desk.test.clock.pass_minutes(1);
    const DeskView view = value_of(show_desk(desk.hall()));
    CHECK(codes(view.line) == Codes{"A005", "B001"});
    CHECK(view.line[0].waited_ms == 181'000);
    CHECK(codes(view.held) == Codes{"A001"});
    CHECK(codes(view.missed) == Codes{"A003", "A002"});
    REQUIRE(view.counters.size() == 5);
    CHECK(words(counter(view, 1).in_hand) == "A004 called");
    CHECK(counter(view, 1).in_hand->in_state_ms == 60'000);
    CHECK(counter(view, 1).holder == clerk_one);
    CHECK(counter(view, 1).next == "A005");
    CHECK(counter(view, 4).next == "B001");
    CHECK_FALSE(counter(view, 4).in_hand.has_value());
    CHECK_FALSE(counter(view, 2).open);
    CHECK(counter(view, 2).holder == Clerk{});
    CHECK_FALSE(counter(view, 2).next.has_value());
    CHECK(view.open);
    CHECK(view.closes_ms == shanghai("2026-11-23", 17, 30));
    CHECK(view.service_date == "2026-11-23");
    CHECK(view.content_version == 1);
    CHECK(view.now_ms == desk.test.clock.wall_ms());
}

TEST_CASE("today's figures are carried on from look to look, as if they were counted anew") {
    Desk desk;
    desk.hold(2, clerk_two);
    const auto look = [&] {
        const DayFigures carried = value_of(show_desk(desk.hall())).today;
        const DayFigures anew = value_of(show_desk(*desk.test.another())).today;
        CHECK(carried.taken == anew.taken);
        CHECK(carried.done == anew.done);
        CHECK(carried.done_by == anew.done_by);
        CHECK(carried.waited_mean_ms == anew.waited_mean_ms);
        CHECK(carried.longest_wait_ms == anew.longest_wait_ms);
        CHECK(carried.longest_code == anew.longest_code);
        return carried;
    };
    CHECK(look().taken == 0);
    desk.test.take("senior-card");
    desk.test.take("senior-card");
    CHECK(look().taken == 2);
    desk.test.clock.pass_minutes(10);
    CHECK(look().longest_wait_ms == 601'000);
    CHECK(look().longest_code == "A001");
    desk.gives(Order::next);
    desk.gives(Order::next, 2);
    CHECK(look().waited_mean_ms == 600'500);
    CHECK(look().longest_code.empty());
    desk.gives(Order::finish);
    desk.gives(Order::finish, 2);
    CHECK(look().done == 2);
    CHECK(look().done_by == std::map<std::string, int>{{"li", 1}, {"wang", 1}});
    desk.gives(Order::undo);
    CHECK(look().done_by == std::map<std::string, int>{{"li", 1}});
    desk.gives(Order::undo, 2);
    CHECK(look().done == 0);
}

TEST_CASE("a day with more changes than can be carried on is counted anew") {
    Desk desk;
    value_of(show_desk(desk.hall()));
    for (int i = 0; i < 700; ++i) {
        desk.test.take("senior-card");
        desk.gives(Order::next);
        desk.gives(Order::finish);
    }
    const DayFigures today = value_of(show_desk(desk.hall())).today;
    CHECK(today.taken == 700);
    CHECK(today.done == 700);
}

TEST_CASE("what can be taken back is offered for ten seconds, with whom it is about") {
    Desk desk;
    desk.hold(2, clerk_two);
    for (int i = 0; i < 2; ++i) desk.test.take("senior-card");
    desk.gives(Order::next);
    desk.gives(Order::next, 2);
    desk.gives(Order::finish, 2);
    desk.test.clock.pass_seconds(4);
    desk.gives(Order::recall);
    const auto offers = value_of(show_desk(desk.hall())).undo;
    REQUIRE(offers.size() == 1);
    CHECK(offers[0].counter == 2);
    CHECK(offers[0].order == Order::finish);
    CHECK(offers[0].code == "A002");
    CHECK(offers[0].until_ms == desk.test.clock.wall_ms() + 6'000);
    desk.test.clock.pass_seconds(6);
    CHECK(value_of(show_desk(desk.hall())).undo.empty());
}

TEST_CASE("pauses, message, help and devices are there, and a message that is past is not") {
    Desk desk;
    value_of(pause_issuing(desk.hall(), "停电", "王小测"));
    value_of(set_message(desk.hall(), {"停电了", ""}, desk.test.clock.wall_ms() + 60'000, "王小测"));
    done(call_for_help(desk.hall(), "kiosk"));
    desk.test.clock.pass_seconds(1);
    done(call_for_help(desk.hall(), "door"));
    REQUIRE(report_device(desk.hall(), {"kiosk", Device::printer, DeviceHealth::bad, "paper_out", 0}).has_value());
    DeskView view = value_of(show_desk(desk.hall()));
    CHECK(view.notices.issuing.value().reason == "停电");
    CHECK(view.notices.message.value().words.zh == "停电了");
    CHECK(view.open);  // by the hours
    REQUIRE(view.help.size() == 2);
    CHECK(view.help[0].place == "kiosk");
    CHECK(view.help[1].since_ms == desk.test.clock.wall_ms());
    REQUIRE(view.devices.size() == 1);
    CHECK(view.devices[0].detail == "not_running");  // no kiosk runs in a test
    desk.test.clock.pass_minutes(1);
    view = value_of(show_desk(desk.hall()));
    CHECK_FALSE(view.notices.message.has_value());
    REQUIRE(value_of(end_help_call(desk.hall(), "kiosk")));
    CHECK(value_of(show_desk(desk.hall())).help.size() == 1);
}

TEST_CASE("the mark moves with every change and with nothing else") {
    Desk desk;
    std::vector<std::string> marks;
    const auto moved = [&] {
        marks.push_back(value_of(show_desk(desk.hall())).mark);
        return marks.size() < 2 || marks.back() != marks[marks.size() - 2];
    };
    moved();
    desk.test.clock.pass_minutes(1);
    CHECK_FALSE(moved());
    desk.test.take("senior-card");
    CHECK(moved());
    desk.gives(Order::next);
    CHECK(moved());
    REQUIRE(report_device(desk.hall(), {"kiosk", Device::printer, DeviceHealth::good, "ready", 0}).has_value());
    CHECK(moved());
    done(hold_counter(desk.hall(), 2, clerk_one, TakeOver::no));
    CHECK(moved());
    CHECK_FALSE(moved());
    value_of(set_message(desk.hall(), {"停水", ""}, desk.test.clock.wall_ms() + 60'000, ""));
    CHECK(moved());
    desk.test.clock.pass_minutes(2);
    CHECK(moved());  // the message is past
    desk.test.clock.pass_hours(8);
    CHECK(moved());  // no more numbers are given
}

TEST_CASE("after midnight the desk sees the new day before any act has met it") {
    Desk desk(always_open());
    desk.test.take("senior-card");
    desk.test.take("senior-card");
    desk.gives(Order::next);
    desk.test.clock.pass_hours(14);
    const auto entries = desk.test.journal().size();
    const DeskView view = value_of(show_desk(desk.hall()));
    CHECK(view.service_date == "2026-11-24");
    CHECK(view.line.empty());
    CHECK(view.today.taken == 0);
    CHECK_FALSE(counter(view, 1).open);
    CHECK(counter(view, 1).holder == Clerk{});
    CHECK(view.undo.empty());
    CHECK(desk.test.journal().size() == entries);
    desk.test.take("senior-card");
    CHECK(value_of(show_desk(desk.hall())).today.taken == 1);
}
