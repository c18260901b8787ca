// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_hall.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "hall/acts/call_number.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/take_number.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

std::vector<std::string> calls_of(TestHall& test) {
    std::vector<std::string> calls;
    for (const RecentCall& call : value_of(show_hall(test.hall())).calls)
        calls.push_back(call.ticket.code() + " at " + std::to_string(call.counter));
    return calls;
}

}  // namespace

TEST_CASE("a new hall shows its counters closed and nobody waiting") {
    TestHall test;
    const HallStatus status = value_of(show_hall(test.hall()));
    CHECK(status.waiting == 0);
    CHECK(status.open_counters == 0);
    CHECK(status.counters.size() == 5);
    CHECK_FALSE(status.wait.has_value());
    CHECK_FALSE(status.issuing.has_value());
    CHECK(status.closes_at_minute == 17 * 60 + 30);
    CHECK_FALSE(status.break_today);
    CHECK_FALSE(status.clock_behind);
    CHECK(status.calls.empty());
}

TEST_CASE("the hall's figures follow what happens at its counters") {
    TestHall test;
    for (const int counter : {1, 2}) done(open_counter(test.hall(), counter));
    for (int i = 0; i < 4; ++i) test.take("senior-card");
    done(call_next(test.hall(), 1));
    done(hold(test.hall(), 1));
    done(call_next(test.hall(), 1));
    done(serve(test.hall(), 1));
    const HallStatus status = value_of(show_hall(test.hall()));
    CHECK(status.waiting == 2);
    CHECK(status.open_counters == 2);
    REQUIRE(status.wait.has_value());
    CHECK(status.wait->low_minutes <= status.wait->high_minutes);
    const CounterStatus& first = status.counters.at(0);
    CHECK(first.number == 1);
    CHECK(first.open);
    CHECK(first.held == 1);
    CHECK(first.in_hand.value().code() == "A002");
    CHECK_FALSE(status.counters.at(1).in_hand.has_value());
    CHECK_FALSE(status.counters.at(2).open);
}

TEST_CASE("the newest calls are shown first, at most six, each with the counter that called") {
    TestHall test;
    for (const int counter : {1, 2}) done(open_counter(test.hall(), counter));
    for (int i = 0; i < 8; ++i) {
        test.take("senior-card");
        done(call_next(test.hall(), 1 + i % 2));
        done(finish(test.hall(), 1 + i % 2, {}));
    }
    CHECK(calls_of(test) ==
          std::vector<std::string>{"A008 at 2", "A007 at 1", "A006 at 2", "A005 at 1", "A004 at 2", "A003 at 1"});
}

TEST_CASE("who was handed over is not shown as called by a counter that has not called yet") {
    TestHall test;
    for (const int counter : {1, 2}) done(open_counter(test.hall(), counter));
    test.take("senior-card");
    done(call_next(test.hall(), 1));
    CHECK(calls_of(test) == std::vector<std::string>{"A001 at 1"});
    done(hand_over(test.hall(), 1, {2, {}}));
    CHECK(calls_of(test).empty());
    done(call_next(test.hall(), 2));
    CHECK(calls_of(test) == std::vector<std::string>{"A001 at 2"});
}

TEST_CASE("the hours of today are shown, and why no number is given") {
    TestHall test(hall_with("/hours/week/monday", R"([{"from":"08:30","to":"12:00"},{"from":"13:30","to":"16:45"}])"));
    HallStatus status = value_of(show_hall(test.hall()));
    CHECK(status.break_today);
    CHECK(status.closes_at_minute == 16 * 60 + 45);
    test.clock.pass_hours(7);
    status = value_of(show_hall(test.hall()));
    REQUIRE(status.issuing.has_value());
    CHECK(status.issuing->why == Refusal::after_closing);
    CHECK(status.issuing->next_opening_ms == shanghai("2026-11-24", 8, 30));
    test.clock.pass_hours(24 * 6);
    status = value_of(show_hall(test.hall()));
    CHECK(status.issuing.value().why == Refusal::closed_today);
    CHECK_FALSE(status.closes_at_minute.has_value());
}

TEST_CASE("the line shows who waits for how long, and for a counter only whom it calls") {
    TestHall test;
    for (const int counter : {1, 2, 4}) done(open_counter(test.hall(), counter));
    test.take("senior-card");  // A001
    test.clock.pass_minutes(12);
    test.take("resident-pension");  // B001
    test.take("senior-card");       // A002
    done(call_next(test.hall(), 1));
    done(hand_over(test.hall(), 1, {2, {}}));
    const auto line = done(show_line(test.hall(), {}));
    REQUIRE(line.size() == 3);
    CHECK(line[0].ticket.code() == "A001");
    CHECK(line[0].waited_minutes == Catch::Approx(12.0 + 2.0 / 60));
    CHECK(line[2].waited_minutes == Catch::Approx(0.0));
    const auto codes_at = [&](int counter) {
        std::string codes;
        for (const LineEntry& entry : done(show_line(test.hall(), counter))) codes += entry.ticket.code() + " ";
        return codes;
    };
    CHECK(codes_at(1) == "A002 ");
    CHECK(codes_at(2) == "A001 A002 ");
    CHECK(codes_at(4) == "B001 ");
    CHECK(refusal(show_line(test.hall(), 9)) == "unknown_counter");
}

TEST_CASE("looking changes nothing") {
    TestHall test;
    test.take("senior-card");
    const auto entries = test.journal().size();
    const auto mark = value_of(test.another()->change_mark());
    value_of(show_hall(test.hall()));
    done(show_line(test.hall(), {}));
    CHECK(test.journal().size() == entries);
    CHECK(value_of(test.another()->change_mark()) == mark);
}

TEST_CASE("another program's commit moves the mark that pages watch, one's own does not") {
    TestHall test;
    const auto other = test.another();
    const auto before = value_of(test.hall().change_mark());
    test.take("senior-card");
    CHECK(value_of(test.hall().change_mark()) == before);
    done(issue_number(*other, {"senior-card", {}, new_key(), {}}));
    CHECK(value_of(test.hall().change_mark()) != before);
}
