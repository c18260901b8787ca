// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_history.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/end_ticket.h"
#include "hall/acts/give_back.h"
#include "hall/acts/serve_number.h"
#include "tests/support/desk.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("today's ended visits are listed newest first, with outcome, lengths and who ended them") {
    Desk desk;
    desk.hold(2, clerk_two);
    for (int i = 0; i < 4; ++i) desk.test.take("senior-card");
    const Ticket fourth = done(end_ticket(desk.hall(), "A004", "", clerk_two));
    desk.test.clock.pass_minutes(3);
    desk.gives(Order::next);
    desk.gives(Order::next, 2);
    desk.test.clock.pass_minutes(1);
    desk.gives(Order::serve);
    desk.test.clock.pass_minutes(5);
    DeskOrder finish = desk.made(Order::finish);
    finish.outcome = "accepted";
    finish.note = "两份复印件";
    done(desk.give(finish));
    desk.test.clock.pass_seconds(1);
    desk.gives(Order::miss, 2);
    const auto visits = value_of(show_history(desk.hall(), {}));
    REQUIRE(visits.size() == 3);
    CHECK(visits[0].ticket.code() == "A002");
    CHECK(visits[0].ticket.state == TicketState::missed);
    CHECK(visits[0].staff == "李小试");
    CHECK(visits[1].ticket.code() == "A001");
    CHECK(visits[1].outcome == "accepted");
    CHECK(visits[1].note == "两份复印件");
    CHECK(visits[1].staff == "王小测");
    CHECK(visits[1].visit_ms == 360'000);
    CHECK(visits[1].waited_ms == 183'000);
    CHECK(visits[1].ticket.counter == 1);
    CHECK(visits[2].ticket.id == fourth.id);
    CHECK(visits[2].outcome == "clerk");
    const auto at_two = value_of(show_history(desk.hall(), 2));
    REQUIRE(at_two.size() == 1);
    CHECK(at_two[0].ticket.code() == "A002");
}

TEST_CASE("a machine that ended a visit has no name, and what was restored is no visit") {
    Desk desk;
    const Ticket given = desk.test.take("senior-card");
    done(give_back(desk.hall(), "A001", given.check_code));
    auto visits = value_of(show_history(desk.hall(), {}));
    REQUIRE(visits.size() == 1);
    CHECK(visits[0].outcome == "given_back");
    CHECK(visits[0].staff.empty());
    done(undo_give_back(desk.hall(), "A001", given.check_code));
    CHECK(value_of(show_history(desk.hall(), {})).empty());
    desk.gives(Order::next);
    done(finish(desk.hall(), 1, {}));  // by the command line
    visits = value_of(show_history(desk.hall(), {}));
    REQUIRE(visits.size() == 1);
    CHECK(visits[0].outcome == "done");
    CHECK(visits[0].staff.empty());
}

TEST_CASE("history is of today") {
    Desk desk(always_open());
    desk.test.take("senior-card");
    desk.gives(Order::next);
    desk.gives(Order::finish);
    desk.test.clock.pass_hours(24);
    CHECK(value_of(show_history(desk.hall(), {})).empty());
    desk.test.take("senior-card");
    CHECK(value_of(show_history(desk.hall(), {})).empty());
}
