// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/serve_number.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "hall/acts/call_number.h"
#include "hall/acts/give_back.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/take_number.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

using Codes = std::vector<std::string>;

// Somebody is called at counter 1.
TestHall& with_one_called(TestHall& test) {
    done(open_counter(test.hall(), 1));
    test.take("senior-card");
    done(call_next(test.hall(), 1));
    return test;
}

std::vector<TicketPeriod> periods_of(TestHall& test, const Ticket& ticket) {
    const auto row = value_of(test.stores().tickets.find_by_id(ticket.id));
    return value_of(test.stores().tickets.periods(row.value().row));
}

}  // namespace

TEST_CASE("a visit goes from the call over the desk to its end") {
    TestHall test;
    with_one_called(test);
    CHECK(done(serve(test.hall(), 1)).state == TicketState::serving);
    const Ticket ended = done(finish(test.hall(), 1, {"accepted", "收到材料"}));
    CHECK(ended.state == TicketState::done);
    CHECK(test.now(ended).state == TicketState::done);
    CHECK(test.count("SELECT count(*) FROM ticket WHERE outcome = 'accepted' AND note = '收到材料'") == 1);
    CHECK(test.journal_of("ticket.serving").size() == 1);
    const auto finished = test.journal_of("ticket.finished");
    REQUIRE(finished.size() == 1);
    CHECK(finished[0].body.find(R"("outcome":"accepted")") != std::string::npos);
    // A note may name people: it is not in the journal.
    CHECK(finished[0].body.find("收到材料") == std::string::npos);
}

TEST_CASE("with empty hands nothing can be served, missed, held, finished or handed over") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    test.take("senior-card");
    const auto all_refuse = [&](int counter, const std::string& why) {
        CHECK(refusal(serve(test.hall(), counter)) == why);
        CHECK(refusal(miss(test.hall(), counter)) == why);
        CHECK(refusal(hold(test.hall(), counter)) == why);
        CHECK(refusal(finish(test.hall(), counter, {})) == why);
        CHECK(refusal(hand_over(test.hall(), counter, {})) == why);
    };
    all_refuse(1, "nothing_in_hand");
    all_refuse(2, "nothing_in_hand");
    all_refuse(9, "unknown_counter");
    CHECK(test.journal_of("ticket.finished").empty());
}

TEST_CASE("who is served already is not served again, and not missed") {
    TestHall test;
    with_one_called(test);
    done(serve(test.hall(), 1));
    CHECK(refusal(serve(test.hall(), 1)) == "wrong_state");
    CHECK(refusal(miss(test.hall(), 1)) == "wrong_state");
    done(hold(test.hall(), 1));
    CHECK(refusal(serve(test.hall(), 1)) == "nothing_in_hand");
}

TEST_CASE("a counter that holds somebody is free, and may hold several") {
    TestHall test;
    with_one_called(test);
    test.take("senior-card");
    done(hold(test.hall(), 1));
    CHECK(done(call_next(test.hall(), 1)).code() == "A002");
    done(serve(test.hall(), 1));
    done(hold(test.hall(), 1));
    CHECK(done(call_ticket(test.hall(), 1, "A001")).state == TicketState::called);
    done(finish(test.hall(), 1, {}));
    CHECK(done(call_ticket(test.hall(), 1, "A002")).state == TicketState::called);
}

TEST_CASE("an outcome and a note of senseless size are an error") {
    TestHall test;
    with_one_called(test);
    CHECK(error_of(finish(test.hall(), 1, {"", ""})) == "invalid_input");
    CHECK(error_of(finish(test.hall(), 1, {std::string(33, 'x'), ""})) == "invalid_input");
    CHECK(error_of(finish(test.hall(), 1, {"done", std::string(2001, 'x')})) == "invalid_input");
    done(finish(test.hall(), 1, {std::string(32, 'x'), std::string(2000, 'x')}));
}

TEST_CASE("the stretches of a visit sum to its lifetime") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    done(open_counter(test.hall(), 2));
    const Ticket taken = test.take("senior-card");
    const auto steady_begin = test.now(taken).taken_steady_ms;
    test.clock.pass_minutes(7);
    done(call_next(test.hall(), 1));
    test.clock.pass_minutes(1);
    done(serve(test.hall(), 1));
    test.clock.pass_minutes(3);
    test.clock.move_wall_hours(30);  // lengths are not measured on this clock
    done(hold(test.hall(), 1));
    test.clock.pass_minutes(11);
    test.clock.move_wall_hours(-30);
    done(call_ticket(test.hall(), 1, "A001"));
    test.clock.pass_minutes(1);
    done(serve(test.hall(), 1));
    test.clock.pass_minutes(2);
    done(hand_over(test.hall(), 1, {2, {}}));
    test.clock.pass_minutes(5);
    done(call_next(test.hall(), 2));
    test.clock.pass_minutes(4);
    const Ticket ended = done(finish(test.hall(), 2, {}));

    const auto periods = periods_of(test, ended);
    Codes states;
    std::int64_t total = 0;
    for (const TicketPeriod& period : periods) {
        states.push_back(name_of(period.state));
        total += period.length_ms;
    }
    CHECK(states == Codes{"waiting", "called", "serving", "held", "called", "serving", "handed_over", "called"});
    CHECK(total == 34 * 60'000);
    CHECK(total == ended.state_since_steady_ms - steady_begin);
    CHECK(periods[3].length_ms == 11 * 60'000);
    CHECK(periods[3].counter == 1);
    CHECK(periods[7].counter == 2);
}

TEST_CASE("a finished visit teaches how long its matter takes at this hour and with so many counters") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    done(open_counter(test.hall(), 2));
    done(open_counter(test.hall(), 4));  // does not take it
    test.take("senior-card");
    test.clock.pass_minutes(30);
    done(call_next(test.hall(), 1));
    test.clock.pass_minutes(2);
    done(serve(test.hall(), 1));
    test.clock.pass_minutes(6);
    done(finish(test.hall(), 1, {}));
    const auto samples = value_of(test.stores().visits.all());
    REQUIRE(samples.size() == 1);
    CHECK(samples[0].matter == "senior-card");
    CHECK(samples[0].hour == 10);
    CHECK(samples[0].open_counters == 2);
    CHECK(samples[0].weight == Catch::Approx(1.0));
    CHECK(samples[0].sum_minutes == Catch::Approx(8.0));
    CHECK(test.journal_of("ticket.finished").at(0).body.find(R"("visit_ms":480000)") != std::string::npos);
}

TEST_CASE("a visit in pieces teaches the time at the desk, not the time on hold") {
    TestHall test;
    with_one_called(test);
    test.clock.pass_minutes(1);
    done(serve(test.hall(), 1));
    test.clock.pass_minutes(4);
    done(hold(test.hall(), 1));
    test.clock.pass_minutes(20);
    done(call_ticket(test.hall(), 1, "A001"));
    test.clock.pass_minutes(3);
    done(finish(test.hall(), 1, {}));
    CHECK(value_of(test.stores().visits.all()).at(0).sum_minutes == Catch::Approx(8.0));
}

TEST_CASE("a visit that was missed or given back teaches nothing") {
    TestHall test;
    with_one_called(test);
    done(miss(test.hall(), 1));
    const Ticket second = test.take("senior-card");
    done(give_back(test.hall(), second.code(), second.check_code));
    CHECK(value_of(test.stores().visits.all()).empty());
}

TEST_CASE("who is handed over to a counter comes next there, and nobody else calls them") {
    TestHall test;
    for (const int counter : {1, 2, 3}) done(open_counter(test.hall(), counter));
    for (int i = 0; i < 3; ++i) test.take("senior-card");
    done(call_next(test.hall(), 1));
    const Ticket handed = done(hand_over(test.hall(), 1, {2, {}}));
    CHECK(handed.state == TicketState::handed_over);
    CHECK(handed.counter == 2);
    CHECK(test.codes_in_line() == Codes{"A001", "A002", "A003"});
    CHECK(refusal(call_ticket(test.hall(), 1, "A001")) == "not_taken_here");
    CHECK(done(call_next(test.hall(), 3)).code() == "A002");
    CHECK(done(call_next(test.hall(), 1)).code() == "A003");
    CHECK(done(call_next(test.hall(), 2)).code() == "A001");
}

TEST_CASE("who goes on with another matter keeps the place and the number") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    done(open_counter(test.hall(), 5));
    test.take("senior-card");
    test.take("resident-pension");
    done(call_next(test.hall(), 1));
    const Ticket handed = done(hand_over(test.hall(), 1, {{}, "resident-pension"}));
    CHECK(handed.matter == "resident-pension");
    CHECK(handed.code() == "A001");
    CHECK_FALSE(handed.counter.has_value());
    CHECK(refusal(call_next(test.hall(), 1)) == "nobody_waiting");
    CHECK(done(call_next(test.hall(), 5)).code() == "A001");
}

TEST_CASE("nobody is handed over to where they cannot be called") {
    TestHall test;
    with_one_called(test);
    CHECK(refusal(hand_over(test.hall(), 1, {9, {}})) == "unknown_counter");
    CHECK(refusal(hand_over(test.hall(), 1, {{}, "moon-permit"})) == "unknown_matter");
    CHECK(refusal(hand_over(test.hall(), 1, {4, {}})) == "not_taken_here");
    CHECK(refusal(hand_over(test.hall(), 1, {1, "resident-pension"})) == "not_taken_here");
    CHECK(refusal(hand_over(test.hall(), 1, {2, {}})) == "counter_closed");
    CHECK(test.now(done(serve(test.hall(), 1))).state == TicketState::serving);
}

TEST_CASE("nobody is handed over to a matter for which they hold a number already") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    const std::string person = "110101199003070011";
    done(issue_number(test.hall(), {"senior-card", {}, new_key(), person}));
    done(issue_number(test.hall(), {"old-age-allowance", {}, new_key(), person}));
    done(call_next(test.hall(), 1));
    const Refused why = refused(hand_over(test.hall(), 1, {{}, "old-age-allowance"}));
    CHECK(why.why == Refusal::already_waiting);
    CHECK(why.ticket.value().code() == "A002");
}

TEST_CASE("a priority that was not shown is taken away, with its reason") {
    TestHall test;
    test.take("senior-card");
    test.take("senior-card", "elder");
    CHECK(test.codes_in_line() == Codes{"A002", "A001"});
    CHECK(done(remove_priority(test.hall(), "A002", "没有出示证件")).priority.empty());
    CHECK(test.codes_in_line() == Codes{"A001", "A002"});
    const auto recorded = test.journal_of("ticket.priority_removed");
    REQUIRE(recorded.size() == 1);
    CHECK(recorded[0].body.find("elder") != std::string::npos);
    CHECK(recorded[0].body.find("没有出示证件") != std::string::npos);
    CHECK(refusal(remove_priority(test.hall(), "A002", "again")) == "wrong_state");
    CHECK(refusal(remove_priority(test.hall(), "A001", "none")) == "wrong_state");
    CHECK(refusal(remove_priority(test.hall(), "A009", "none")) == "unknown_ticket");
}

TEST_CASE("a priority is taken away only in the line, and never moves anybody forward") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    test.take("senior-card", "elder");
    for (int i = 0; i < 4; ++i) test.take("senior-card");
    done(call_next(test.hall(), 1));
    CHECK(refusal(remove_priority(test.hall(), "A001", "none")) == "wrong_state");
    done(miss(test.hall(), 1));
    done(rejoin(test.hall(), "A001"));
    CHECK(test.codes_in_line() == Codes{"A002", "A003", "A004", "A001", "A005"});
    done(remove_priority(test.hall(), "A001", "none"));
    CHECK(test.codes_in_line() == Codes{"A002", "A003", "A004", "A001", "A005"});
}
