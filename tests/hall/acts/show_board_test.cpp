// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_board.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/call_number.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

std::vector<std::string> calls_of(TestHall& test) {
    std::vector<std::string> calls;
    for (const BoardCall& call : value_of(show_board(test.hall())).calls)
        calls.push_back(call.code + " at " + std::to_string(call.counter));
    return calls;
}

BoardLine line_of(TestHall& test, char letter) {
    for (const BoardLine& line : value_of(show_board(test.hall())).lines)
        if (line.letter == letter) return line;
    FAIL("the board has no such line");
    return {};
}

}  // namespace

TEST_CASE("the board of a new hall has every line, and nobody called or waiting") {
    TestHall test;
    const BoardView board = value_of(show_board(test.hall()));
    CHECK(board.calls.empty());
    CHECK(board.lines.size() == 10);
    CHECK(board.waiting == 0);
    CHECK(board.open_counters == 0);
    CHECK_FALSE(board.rest.has_value());
}

TEST_CASE("the board shows the newest six calls, the newest first, with what became of them") {
    TestHall test;
    for (const int counter : {1, 2}) done(open_counter(test.hall(), counter));
    for (int i = 0; i < 8; ++i) {
        test.take("senior-card");
        done(call_next(test.hall(), 1 + i % 2));
        if (i < 7) done(finish(test.hall(), 1 + i % 2, {}));
    }
    CHECK(calls_of(test) ==
          std::vector<std::string>{"A008 at 2", "A007 at 1", "A006 at 2", "A005 at 1", "A004 at 2", "A003 at 1"});
    const BoardView board = value_of(show_board(test.hall()));
    CHECK(board.calls.at(0).state == TicketState::called);
    CHECK(board.calls.at(1).state == TicketState::done);
    CHECK(board.open_counters == 2);
}

TEST_CASE("a line's card counts who waits and names who is next by the order of calling") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    test.take("senior-card");
    test.take("senior-card");
    const Ticket elder = test.take("senior-card", "elder");
    CHECK(line_of(test, 'A').waiting == 3);
    CHECK(line_of(test, 'A').next == elder.code());
    CHECK(line_of(test, 'B') == BoardLine{'B', 0, {}});
    done(call_next(test.hall(), 1));
    CHECK(line_of(test, 'A').waiting == 2);
    CHECK(line_of(test, 'A').next == "A001");
}

TEST_CASE("a ticket called once more is a new call and stands first again") {
    TestHall test;
    for (const int counter : {1, 2}) done(open_counter(test.hall(), counter));
    test.take("senior-card");
    test.take("senior-card");
    done(call_next(test.hall(), 1));
    test.clock.pass_seconds(1);
    done(call_next(test.hall(), 2));
    const BoardView before = value_of(show_board(test.hall()));
    CHECK(before.calls.at(0).code == "A002");
    test.clock.pass_seconds(1);
    done(recall(test.hall(), 1));
    const BoardView after = value_of(show_board(test.hall()));
    CHECK(after.calls.size() == 2);
    CHECK(after.calls.at(0).code == "A001");
    CHECK(after.calls.at(0).calls == 2);
    CHECK_FALSE(after.calls.at(0).is_same_call(before.calls.at(1)));
    CHECK(after.calls.at(1).is_same_call(before.calls.at(0)));
}

TEST_CASE("a clock that was set back does not hide the calls that follow") {
    TestHall test;
    for (const int counter : {1, 2}) done(open_counter(test.hall(), counter));
    for (int i = 0; i < 8; ++i) {
        if (i == 7) test.clock.set_wall(shanghai("2026-11-23", 8, 45));
        test.take("senior-card");
        done(call_next(test.hall(), 1));
        if (i < 7) done(finish(test.hall(), 1, {}));
    }
    CHECK(calls_of(test).at(0) == "A008 at 1");
    CHECK(calls_of(test).at(1) == "A007 at 1");
}

TEST_CASE("a ticket called again and again leaves room for the calls before it") {
    TestHall test;
    for (const int counter : {1, 2}) done(open_counter(test.hall(), counter));
    test.take("senior-card");
    test.take("senior-card");
    done(call_next(test.hall(), 1));
    done(call_next(test.hall(), 2));
    for (int i = 0; i < 20; ++i) done(recall(test.hall(), 2));
    CHECK(calls_of(test) == std::vector<std::string>{"A002 at 2", "A001 at 1"});
}

TEST_CASE("who stands in the line again is not shown as called") {
    TestHall test;
    for (const int counter : {1, 2}) done(open_counter(test.hall(), counter));
    test.take("senior-card");
    done(call_next(test.hall(), 1));
    done(hand_over(test.hall(), 1, HandOver{2, {}}));
    CHECK(calls_of(test).empty());
    CHECK(line_of(test, 'A').next == "A001");
}

TEST_CASE("the board rests only where the hall is closed and nobody waits or is at a counter") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    test.take("senior-card");
    test.clock.set_wall(shanghai("2026-11-23", 17, 45));
    CHECK_FALSE(value_of(show_board(test.hall())).rest.has_value());
    done(call_next(test.hall(), 1));
    CHECK_FALSE(value_of(show_board(test.hall())).rest.has_value());
    done(finish(test.hall(), 1, {}));
    const auto rest = value_of(show_board(test.hall())).rest;
    REQUIRE(rest.has_value());
    CHECK(rest->why == Refusal::after_closing);
    CHECK(rest->next_opening_ms == shanghai("2026-11-24", 8, 30));
}

TEST_CASE("a midnight that no act has met yet already empties the board") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    test.take("senior-card");
    done(call_next(test.hall(), 1));
    test.clock.pass_hours(24);
    const std::int64_t entries = test.count("SELECT count(*) FROM journal");
    const BoardView board = value_of(show_board(test.hall()));
    CHECK(board.calls.empty());
    CHECK(board.open_counters == 0);
    CHECK(test.count("SELECT count(*) FROM journal") == entries);
}
