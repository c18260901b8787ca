// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/open_counter.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/call_number.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/show_hall.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("a counter is opened once and closed once, and all programs see it") {
    TestHall test;
    const auto other = test.another();
    CHECK(done(open_counter(test.hall(), 2)) == 2);
    CHECK(refusal(open_counter(*other, 2)) == "counter_open_already");
    CHECK(value_of(show_hall(*other)).open_counters == 1);
    CHECK(done(close_counter(*other, 2)) == 2);
    CHECK(refusal(close_counter(test.hall(), 2)) == "counter_closed_already");
    CHECK(value_of(show_hall(test.hall())).open_counters == 0);
    CHECK(test.journal_of("counter.opened").at(0).subject == "counter:2");
    CHECK(test.journal_of("counter.closed").at(0).actor == "another");
}

TEST_CASE("a counter that the hall does not have is neither opened nor closed") {
    TestHall test;
    for (const int counter : {0, -1, 6, 99}) {
        CHECK(refusal(open_counter(test.hall(), counter)) == "unknown_counter");
        CHECK(refusal(close_counter(test.hall(), counter)) == "unknown_counter");
    }
    CHECK(refusal(close_counter(test.hall(), 1)) == "counter_closed_already");
}

TEST_CASE("a counter with somebody in hand is not closed, and with somebody on hold it is") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    test.take("senior-card");
    done(call_next(test.hall(), 1));
    const Refused busy = refused(close_counter(test.hall(), 1));
    CHECK(busy.why == Refusal::counter_busy);
    CHECK(busy.ticket.value().code() == "A001");
    done(hold(test.hall(), 1));
    CHECK(done(close_counter(test.hall(), 1)) == 1);
    done(open_counter(test.hall(), 1));
    CHECK(done(call_ticket(test.hall(), 1, "A001")).state == TicketState::called);
}

TEST_CASE("who was handed over to a counter alone is everybody's when it closes") {
    TestHall test;
    for (const int counter : {1, 2}) done(open_counter(test.hall(), counter));
    test.take("senior-card");
    done(call_next(test.hall(), 1));
    done(hand_over(test.hall(), 1, {2, {}}));
    CHECK(refusal(call_next(test.hall(), 1)) == "nobody_waiting");
    done(close_counter(test.hall(), 2));
    CHECK(done(call_next(test.hall(), 1)).code() == "A001");
}
