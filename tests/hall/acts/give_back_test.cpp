// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/give_back.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/call_number.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/take_number.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

using Codes = std::vector<std::string>;

const std::string person = "110101199003070011";

std::string wrong_code(const Ticket& ticket) { return ticket.check_code == "0000" ? "0001" : "0000"; }

}  // namespace

TEST_CASE("a number that is given back leaves the line") {
    TestHall test;
    const Ticket first = test.take("senior-card");
    test.take("senior-card");
    CHECK(done(give_back(test.hall(), "a001", first.check_code)).state == TicketState::left);
    CHECK(test.codes_in_line() == Codes{"A002"});
    CHECK(test.journal_of("ticket.given_back").size() == 1);
    CHECK(refusal(give_back(test.hall(), "A001", first.check_code)) == "wrong_state");
    CHECK(test.take("senior-card").code() == "A003");  // a number is not given again
}

TEST_CASE("without the digits on the paper nobody gives another's number back") {
    TestHall test;
    const Ticket ticket = test.take("senior-card");
    for (const std::string& code :
         {wrong_code(ticket), std::string(), ticket.check_code + "0", ticket.check_code.substr(1)}) {
        CHECK(refusal(give_back(test.hall(), "A001", code)) == "wrong_check_code");
        CHECK(refusal(undo_give_back(test.hall(), "A001", code)) == "wrong_check_code");
    }
    CHECK(refusal(give_back(test.hall(), "A002", ticket.check_code)) == "unknown_ticket");
    CHECK(refusal(give_back(test.hall(), "", ticket.check_code)) == "unknown_ticket");
    CHECK(refusal(undo_give_back(test.hall(), "A002", ticket.check_code)) == "unknown_ticket");
    CHECK(test.codes_in_line() == Codes{"A001"});
}

TEST_CASE("a number at a counter is not given back, and a missed one is") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    const Ticket ticket = test.take("senior-card");
    done(call_next(test.hall(), 1));
    CHECK(refusal(give_back(test.hall(), "A001", ticket.check_code)) == "wrong_state");
    done(serve(test.hall(), 1));
    CHECK(refusal(give_back(test.hall(), "A001", ticket.check_code)) == "wrong_state");
    done(hold(test.hall(), 1));
    CHECK(refusal(give_back(test.hall(), "A001", ticket.check_code)) == "wrong_state");
    done(call_ticket(test.hall(), 1, "A001"));
    done(miss(test.hall(), 1));
    CHECK(done(give_back(test.hall(), "A001", ticket.check_code)).state == TicketState::left);
    CHECK(done(undo_give_back(test.hall(), "A001", ticket.check_code)).state == TicketState::missed);
}

TEST_CASE("giving back is taken back within ten minutes, and the place is kept") {
    TestHall test;
    const Ticket first = test.take("senior-card");
    for (int i = 0; i < 2; ++i) test.take("senior-card");
    done(give_back(test.hall(), "A001", first.check_code));
    test.clock.pass_minutes(10);
    CHECK(done(undo_give_back(test.hall(), "A001", first.check_code)).state == TicketState::waiting);
    CHECK(test.codes_in_line() == Codes{"A001", "A002", "A003"});
    CHECK(test.journal_of("ticket.restored").size() == 1);
    CHECK(refusal(undo_give_back(test.hall(), "A001", first.check_code)) == "wrong_state");

    done(give_back(test.hall(), "A001", first.check_code));
    test.clock.pass_ms(10 * 60'000 + 1);
    CHECK(refusal(undo_give_back(test.hall(), "A001", first.check_code)) == "too_late");
    CHECK(test.codes_in_line() == Codes{"A002", "A003"});
}

TEST_CASE("the ten minutes are not those of a clock that somebody sets") {
    TestHall test;
    const Ticket first = test.take("senior-card");
    done(give_back(test.hall(), "A001", first.check_code));
    test.clock.move_wall_hours(3);
    test.clock.pass_minutes(9);
    CHECK(done(undo_give_back(test.hall(), "A001", first.check_code)).state == TicketState::waiting);
    done(give_back(test.hall(), "A001", first.check_code));
    test.clock.move_wall_hours(-3);
    test.clock.pass_minutes(11);
    CHECK(refusal(undo_give_back(test.hall(), "A001", first.check_code)) == "too_late");
}

TEST_CASE("who took another number meanwhile does not get the first one back") {
    TestHall test;
    const Ticket first = done(issue_number(test.hall(), {"senior-card", {}, new_key(), person}));
    done(give_back(test.hall(), first.code(), first.check_code));
    const Ticket second = done(issue_number(test.hall(), {"senior-card", {}, new_key(), person}));
    const Refused why = refused(undo_give_back(test.hall(), first.code(), first.check_code));
    CHECK(why.why == Refusal::already_waiting);
    CHECK(why.ticket.value().id == second.id);
    done(give_back(test.hall(), second.code(), second.check_code));
    CHECK(done(undo_give_back(test.hall(), first.code(), first.check_code)).id == first.id);
}

TEST_CASE("who was handed over to a counter that closed meanwhile comes back to the line of everybody") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    done(open_counter(test.hall(), 2));
    const Ticket ticket = test.take("senior-card");
    done(call_next(test.hall(), 1));
    done(hand_over(test.hall(), 1, {2, {}}));
    done(give_back(test.hall(), "A001", ticket.check_code));
    done(close_counter(test.hall(), 2));
    done(undo_give_back(test.hall(), "A001", ticket.check_code));
    CHECK(done(call_next(test.hall(), 1)).code() == "A001");
}

TEST_CASE("a missed number stands behind exactly three who compete with it") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    test.take("senior-card");
    for (int i = 0; i < 5; ++i) {
        test.take(i % 2 ? "senior-card" : "old-age-allowance");
        test.take("resident-pension");  // never at a counter that takes line A
    }
    done(call_next(test.hall(), 1));
    done(miss(test.hall(), 1));
    const Ticket joined = done(rejoin(test.hall(), "A001"));
    CHECK(joined.state == TicketState::waiting);
    CHECK(joined.rejoins == 1);
    CHECK(joined.calls == 0);
    CHECK_FALSE(joined.counter.has_value());
    Codes of_line_a = test.codes_in_line();
    std::erase_if(of_line_a, [](const std::string& code) { return code[0] != 'A'; });
    CHECK(of_line_a == Codes{"A002", "A003", "A004", "A001", "A005", "A006"});
    CHECK(test.journal_of("ticket.rejoined").size() == 1);
}

TEST_CASE("where fewer wait, a missed number stands behind the last of them") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    test.take("senior-card");
    test.take("senior-card");
    done(call_next(test.hall(), 1));
    done(miss(test.hall(), 1));
    done(rejoin(test.hall(), "A001"));
    CHECK(test.codes_in_line() == Codes{"A002", "A001"});
    test.take("senior-card");
    CHECK(test.codes_in_line() == Codes{"A002", "A001", "A003"});

    TestHall empty;
    done(open_counter(empty.hall(), 1));
    empty.take("senior-card");
    done(call_next(empty.hall(), 1));
    done(miss(empty.hall(), 1));
    done(rejoin(empty.hall(), "A001"));
    CHECK(empty.codes_in_line() == Codes{"A001"});
}

TEST_CASE("a number re-joins once, and only when it was missed") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    test.take("senior-card");
    CHECK(refusal(rejoin(test.hall(), "A009")) == "unknown_ticket");
    CHECK(refusal(rejoin(test.hall(), "A001")) == "wrong_state");
    for (const bool first_time : {true, false}) {
        done(call_next(test.hall(), 1));
        CHECK(refusal(rejoin(test.hall(), "A001")) == "wrong_state");
        done(miss(test.hall(), 1));
        if (first_time) done(rejoin(test.hall(), "A001"));
    }
    const Refused again = refused(rejoin(test.hall(), "A001"));
    CHECK(again.why == Refusal::rejoined_already);
    CHECK(again.ticket.value().code() == "A001");
}

TEST_CASE("the hall's own rule says behind how many and how often") {
    ContentDocuments documents =
        hall_with("/queue", R"({"rejoin_after":1,"rejoin_times_max":2,"calls_before_miss":3,"numbers_a_day_max":100})");
    TestHall test(documents);
    done(open_counter(test.hall(), 1));
    for (int i = 0; i < 3; ++i) test.take("senior-card");
    done(call_next(test.hall(), 1));
    for (int time = 0; time < 2; ++time) {
        done(miss(test.hall(), 1));
        done(rejoin(test.hall(), "A001"));
        CHECK(test.codes_in_line() == Codes{"A002", "A001", "A003"});
        done(call_ticket(test.hall(), 1, "A001"));
    }
    done(miss(test.hall(), 1));
    CHECK(refusal(rejoin(test.hall(), "A001")) == "rejoined_already");
}

TEST_CASE("who missed a call and took another number meanwhile does not stand in the line twice") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    done(issue_number(test.hall(), {"senior-card", {}, new_key(), person}));
    done(call_next(test.hall(), 1));
    done(miss(test.hall(), 1));
    done(issue_number(test.hall(), {"senior-card", {}, new_key(), person}));
    const Refused why = refused(rejoin(test.hall(), "A001"));
    CHECK(why.why == Refusal::already_waiting);
    CHECK(why.ticket.value().code() == "A002");
    CHECK(test.codes_in_line() == Codes{"A002"});
}
