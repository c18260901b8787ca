// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/call_number.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/give_back.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/take_number.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

using Codes = std::vector<std::string>;

// Calls and finishes at one counter until nobody is left.
Codes call_all(TestHall& test, int counter) {
    Codes called;
    while (true) {
        const Decision<Ticket> next = value_of(call_next(test.hall(), counter));
        if (!next) {
            CHECK(next.error().why == Refusal::nobody_waiting);
            return called;
        }
        called.push_back(next->code());
        done(finish(test.hall(), counter, {}));
    }
}

}  // namespace

TEST_CASE("within a class the first who came is called first") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    for (int i = 0; i < 5; ++i) test.take(i % 2 ? "senior-card" : "old-age-allowance");
    CHECK(call_all(test, 1) == Codes{"A001", "A002", "A003", "A004", "A005"});
}

TEST_CASE("who came in the same millisecond is called in the order of the numbers") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    for (int i = 0; i < 4; ++i) done(issue_number(test.hall(), {"senior-card", {}, new_key(), {}}));
    CHECK(call_all(test, 1) == Codes{"A001", "A002", "A003", "A004"});
}

TEST_CASE("a priority class passes those who came up to its head start before, and nobody else") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    test.take("senior-card");  // A001
    test.clock.pass_seconds(15 * 60 - 1);
    test.take("senior-card");  // A002, 15 minutes later
    test.clock.pass_seconds(0);
    test.take("senior-card", "elder");     // A003, 15 minutes and a second after A001
    test.take("senior-card", "pregnant");  // A004, passes A001 with 20 minutes
    test.take("senior-card", "elder");     // A005
    CHECK(test.codes_in_line() == Codes{"A004", "A001", "A003", "A005", "A002"});
    CHECK(call_all(test, 1) == Codes{"A004", "A001", "A003", "A005", "A002"});
}

TEST_CASE("however many come with priority, nobody waits for more than those of the head start") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    const Ticket patient = test.take("senior-card");
    for (int minute = 0; minute < 60; ++minute) {
        test.clock.pass_seconds(59);
        test.take("senior-card", "pregnant");
    }
    const Codes order = call_all(test, 1);
    REQUIRE(order.size() == 61);
    // Nineteen came within the head start of twenty minutes; the next, to the minute, comes behind.
    CHECK(order[19] == patient.code());
}

TEST_CASE("a counter calls only what it takes") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    done(open_counter(test.hall(), 4));
    test.take("resident-pension");  // B, not at counter 1
    CHECK(refusal(call_next(test.hall(), 1)) == "nobody_waiting");
    CHECK(refusal(call_ticket(test.hall(), 1, "B001")) == "not_taken_here");
    CHECK(done(call_next(test.hall(), 4)).code() == "B001");
    test.take("senior-card");
    CHECK(done(call_next(test.hall(), 1)).code() == "A001");
}

TEST_CASE("a counter takes single matters of a line it does not take") {
    TestHall test;
    done(open_counter(test.hall(), 3));
    test.take("resident-pension");  // B001
    test.take("social-card");       // B002, which counter 3 takes besides its lines
    CHECK(done(call_next(test.hall(), 3)).code() == "B002");
    done(finish(test.hall(), 3, {}));
    CHECK(refusal(call_next(test.hall(), 3)) == "nobody_waiting");
}

TEST_CASE("a call is recorded with counter, moment and count") {
    TestHall test;
    done(open_counter(test.hall(), 2));
    const Ticket taken = test.take("senior-card");
    test.clock.pass_minutes(4);
    const Ticket called = done(call_next(test.hall(), 2));
    CHECK(called.id == taken.id);
    CHECK(called.state == TicketState::called);
    CHECK(called.counter == 2);
    CHECK(called.calls == 1);
    CHECK(called.state_since_ms == test.clock.wall_ms());
    CHECK(called.taken_ms == taken.taken_ms);
    CHECK(test.journal_of("ticket.called").size() == 1);
    test.clock.pass_minutes(1);
    const Ticket again = done(recall(test.hall(), 2));
    CHECK(again.calls == 2);
    CHECK(again.state == TicketState::called);
    CHECK(test.journal_of("ticket.recalled").size() == 1);
}

TEST_CASE("calling is refused without counter, with full hands and without people") {
    TestHall test;
    CHECK(refusal(call_next(test.hall(), 9)) == "unknown_counter");
    CHECK(refusal(call_next(test.hall(), 0)) == "unknown_counter");
    CHECK(refusal(call_next(test.hall(), 1)) == "counter_closed");
    CHECK(refusal(call_ticket(test.hall(), 9, "A001")) == "unknown_counter");
    CHECK(refusal(call_ticket(test.hall(), 1, "A001")) == "counter_closed");
    done(open_counter(test.hall(), 1));
    CHECK(refusal(call_next(test.hall(), 1)) == "nobody_waiting");
    test.take("senior-card");
    test.take("senior-card");
    done(call_next(test.hall(), 1));
    const Refused busy = refused(call_next(test.hall(), 1));
    CHECK(busy.why == Refusal::counter_busy);
    CHECK(busy.ticket.value().code() == "A001");
    CHECK(refusal(call_ticket(test.hall(), 1, "A002")) == "counter_busy");
    done(serve(test.hall(), 1));
    CHECK(refusal(call_next(test.hall(), 1)) == "counter_busy");
}

TEST_CASE("one that is out of turn is called by its code from the line") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    for (int i = 0; i < 3; ++i) test.take("senior-card");
    CHECK(done(call_ticket(test.hall(), 1, "a 003")).code() == "A003");
    done(finish(test.hall(), 1, {}));
    CHECK(refusal(call_ticket(test.hall(), 1, "A009")) == "unknown_ticket");
    CHECK(refusal(call_ticket(test.hall(), 1, "nonsense")) == "unknown_ticket");
    const Refused finished = refused(call_ticket(test.hall(), 1, "A003"));
    CHECK(finished.why == Refusal::wrong_state);
    CHECK(finished.ticket.value().state == TicketState::done);
    CHECK(call_all(test, 1) == Codes{"A001", "A002"});
}

TEST_CASE("what is held is called again only where it is held, and what is missed anywhere that takes it") {
    TestHall test;
    for (const int counter : {1, 2, 4}) done(open_counter(test.hall(), counter));
    test.take("senior-card");
    test.take("senior-card");
    done(call_next(test.hall(), 1));
    done(hold(test.hall(), 1));
    done(call_next(test.hall(), 1));
    done(miss(test.hall(), 1));
    CHECK(refusal(call_ticket(test.hall(), 2, "A001")) == "wrong_state");
    CHECK(refusal(call_ticket(test.hall(), 4, "A002")) == "not_taken_here");
    CHECK(done(call_ticket(test.hall(), 2, "A002")).counter == 2);
    const Ticket back = done(call_ticket(test.hall(), 1, "A001"));
    CHECK(back.counter == 1);
    CHECK(back.calls == 2);
}

TEST_CASE("who missed a call and took another number meanwhile is called with that one only") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    const std::string person = "110101199003070011";
    done(issue_number(test.hall(), {"senior-card", {}, new_key(), person}));
    done(call_next(test.hall(), 1));
    done(miss(test.hall(), 1));
    done(issue_number(test.hall(), {"senior-card", {}, new_key(), person}));
    const Refused why = refused(call_ticket(test.hall(), 1, "A001"));
    CHECK(why.why == Refusal::already_waiting);
    CHECK(why.ticket.value().code() == "A002");
    CHECK(done(call_next(test.hall(), 1)).code() == "A002");
}

TEST_CASE("calling once more is refused with empty hands and while somebody is served") {
    TestHall test;
    CHECK(refusal(recall(test.hall(), 9)) == "unknown_counter");
    CHECK(refusal(recall(test.hall(), 1)) == "nothing_in_hand");
    done(open_counter(test.hall(), 1));
    test.take("senior-card");
    done(call_next(test.hall(), 1));
    done(serve(test.hall(), 1));
    CHECK(refusal(recall(test.hall(), 1)) == "wrong_state");
}

TEST_CASE("two programs over one hall never call the same person") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    done(open_counter(test.hall(), 2));
    const auto other = test.another();
    for (int i = 0; i < 2; ++i) test.take("senior-card");
    CHECK(done(call_next(test.hall(), 1)).code() == "A001");
    CHECK(done(call_next(*other, 2)).code() == "A002");
    CHECK(refusal(call_next(*other, 1)) == "counter_busy");
}
