// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/undo_order.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "hall/acts/call_number.h"
#include "hall/acts/calls_since.h"
#include "hall/acts/give_back.h"
#include "hall/acts/hold_counter.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/show_board.h"
#include "hall/acts/show_hall.h"
#include "hall/acts/take_number.h"
#include "tests/support/desk.h"

using namespace linli;
using namespace linli::support;

namespace {

using Words = std::vector<std::string>;

/// Everything that the database knows of the tickets and of what visits taught, as text. Visits are rounded: those that
/// stay have aged by minutes, with a half-life of 60 days.
std::string records(TestHall& test) {
    std::string all;
    for (const char* sql :
         {"SELECT group_concat(line, char(10)) FROM (SELECT concat_ws('|', row, matter, priority, state, "
          "taken_wall_ms, state_wall_ms, state_steady_ms, order_key, coalesce(counter, '-'), calls, rejoins, "
          "coalesce(called_wall_ms, '-'), waited_ms, visit_ms, coalesce(outcome, '-'), coalesce(note, '-'), "
          "coalesce(ended_by, '-')) AS line FROM ticket ORDER BY row)",
          "SELECT group_concat(line, char(10)) FROM (SELECT concat_ws('|', ticket, state, coalesce(counter, '-'), "
          "begin_wall_ms, length_ms) AS line FROM ticket_period ORDER BY ticket, step)",
          "SELECT group_concat(line, char(10)) FROM (SELECT concat_ws('|', matter, hour, open_counters, "
          "round(weight, 3), round(sum_minutes, 2), round(sum_squared_minutes, 2)) AS line FROM visit_sample)"}) {
        Statement statement = value_of(test.stores().database->prepare(sql));
        Query query(statement);
        REQUIRE(value_of(query.step()));
        all += query.text(0) + "\n--\n";
    }
    return all;
}

Words board_of(Hall& hall) {
    Words calls;
    for (const BoardCall& call : value_of(show_board(hall)).calls)
        calls.push_back(call.code + " at " + std::to_string(call.counter));
    return calls;
}

/// Gives the order, takes it back a few seconds later, and checks that nothing is left of it but entries.
void check_undone(Desk& desk, const DeskOrder& order, const Words& kinds) {
    INFO(name_of(order.order));
    const std::string before = records(desk.test);
    const Words board = board_of(desk.hall());
    const auto entries = desk.test.journal().size();
    done(desk.give(order));
    CHECK(records(desk.test) != before);
    desk.test.clock.pass_seconds(4);
    const DeskOrderDone undone = desk.gives(Order::undo);
    CHECK(records(desk.test) == before);
    CHECK(board_of(desk.hall()) == board);
    CHECK((undone.in_hand ? undone.in_hand->ticket.code() : "") == order.in_hand);
    CHECK_FALSE(undone.ended.has_value());
    CHECK_FALSE(undone.undo_until_ms.has_value());
    const auto journal = desk.test.journal();
    CHECK(journal.size() == entries + 2 * kinds.size());
    Words added;
    for (std::size_t i = entries + kinds.size(); i < journal.size(); ++i) added.push_back(journal[i].kind);
    CHECK(added == kinds);
    CHECK(desk.refuses(Order::undo) == "nothing_to_undo");
}

/// A desk with somebody in hand, and a matter that visits have taught already.
void with_one_called(Desk& desk) {
    for (int i = 0; i < 3; ++i) desk.test.take("senior-card");
    desk.gives(Order::next);
    desk.test.clock.pass_minutes(6);
    desk.gives(Order::finish_next);
    desk.test.clock.pass_minutes(2);
}

}  // namespace

TEST_CASE("a call is taken back: the person stands where they stood, and their time in the line goes on") {
    Desk desk;
    for (int i = 0; i < 3; ++i) desk.test.take("senior-card");
    desk.test.clock.pass_minutes(5);
    check_undone(desk, desk.made(Order::next), {"ticket.call_undone"});
    CHECK(desk.test.codes_in_line() == Words{"A001", "A002", "A003"});
    DeskOrder third = desk.made(Order::call);
    third.code = "A003";
    check_undone(desk, third, {"ticket.call_undone"});
    desk.test.clock.pass_minutes(1);
    const auto line = done(show_line(desk.hall(), {}));
    CHECK(line[2].waited_minutes == Catch::Approx(6 + 8.0 / 60));
}

TEST_CASE("a miss, a hold and a service that began are taken back: the person is in hand again") {
    Desk desk;
    with_one_called(desk);
    check_undone(desk, desk.made(Order::miss), {"ticket.miss_undone"});
    check_undone(desk, desk.made(Order::hold), {"ticket.hold_undone"});
    check_undone(desk, desk.made(Order::serve), {"ticket.serve_undone"});
    desk.gives(Order::serve);
    desk.test.clock.pass_minutes(1);
    check_undone(desk, desk.made(Order::hold), {"ticket.hold_undone"});
    CHECK(desk.in_hand() == "A002");
}

TEST_CASE("a hand-over to a counter or a matter is taken back") {
    Desk desk;
    desk.hold(2, clerk_two);
    with_one_called(desk);
    DeskOrder over = desk.made(Order::hand_over);
    over.to_counter = 2;
    check_undone(desk, over, {"ticket.hand_over_undone"});
    over = desk.made(Order::hand_over);
    over.to_matter = "social-card";
    check_undone(desk, over, {"ticket.hand_over_undone"});
}

TEST_CASE("a finish is taken back, and what it taught about visits is forgotten") {
    Desk desk;
    with_one_called(desk);
    REQUIRE(desk.test.count("SELECT count(*) FROM visit_sample") == 1);
    check_undone(desk, desk.made(Order::finish), {"ticket.finish_undone"});
    // Of a matter that nothing was known about nothing is known again.
    desk.test.run("DELETE FROM visit_sample");
    check_undone(desk, desk.made(Order::finish), {"ticket.finish_undone"});
    CHECK(desk.test.count("SELECT count(*) FROM visit_sample") == 0);
}

TEST_CASE("finish and next are taken back together") {
    Desk desk;
    with_one_called(desk);
    check_undone(desk, desk.made(Order::finish_next), {"ticket.call_undone", "ticket.finish_undone"});
    CHECK(desk.test.codes_in_line() == Words{"A003"});
    desk.gives(Order::finish_next);
    check_undone(desk, desk.made(Order::finish_next), {"ticket.finish_undone"});  // nobody was there to be called
}

TEST_CASE("who was held or missed is held or missed again after a call is taken back") {
    Desk desk;
    with_one_called(desk);
    desk.gives(Order::hold);
    DeskOrder call = desk.made(Order::call);
    call.code = "A002";
    check_undone(desk, call, {"ticket.call_undone"});
    desk.gives(Order::next);
    desk.gives(Order::miss);
    call = desk.made(Order::call);
    call.code = "A003";
    check_undone(desk, call, {"ticket.call_undone"});
    CHECK(desk.test.count("SELECT count(*) FROM ticket WHERE state = 'missed' AND ended_by = 'wang'") == 1);
}

TEST_CASE("a call that was taken back is on no board, and an earlier one of the same person is") {
    Desk desk;
    desk.test.take("senior-card");
    desk.test.take("senior-card");
    desk.gives(Order::next);
    CHECK(board_of(desk.hall()) == Words{"A001 at 1"});
    desk.gives(Order::undo);
    CHECK(board_of(desk.hall()).empty());
    CHECK(value_of(show_hall(desk.hall())).calls.empty());
    desk.gives(Order::next);
    desk.gives(Order::miss);
    desk.gives(Order::next);
    CHECK(board_of(desk.hall()) == Words{"A002 at 1", "A001 at 1"});
    desk.gives(Order::hold);
    DeskOrder call = desk.made(Order::call);
    call.code = "A001";
    done(desk.give(call));
    CHECK(board_of(desk.hall()) == Words{"A001 at 1", "A002 at 1"});
    desk.gives(Order::undo);
    CHECK(board_of(desk.hall()) == Words{"A002 at 1", "A001 at 1"});
}

TEST_CASE("an announcer hears nothing of a call that was taken back before it read it, and is told after") {
    Desk desk;
    desk.test.take("senior-card");
    const std::int64_t start = value_of(journal_end(desk.hall()));
    desk.gives(Order::next);
    const Calls read = value_of(calls_since(desk.hall(), start, 10));
    REQUIRE(read.calls.size() == 1);
    desk.gives(Order::undo);
    const Calls later = value_of(calls_since(desk.hall(), read.read_until, 10));
    CHECK(later.calls.empty());
    REQUIRE(later.taken_back.size() == 1);
    CHECK(later.taken_back[0].code == "A001");
    CHECK(later.taken_back[0].counter == 1);
    CHECK(later.read_until > read.read_until);
    const Calls together = value_of(calls_since(desk.hall(), start, 10));
    CHECK(together.calls.empty());
    CHECK(together.taken_back.empty());
    desk.gives(Order::next);
    CHECK(value_of(calls_since(desk.hall(), start, 10)).calls.size() == 1);
}

TEST_CASE("ten seconds are the end, on the steady clock") {
    Desk desk;
    desk.test.take("senior-card");
    desk.gives(Order::next);
    desk.test.clock.pass_ms(10'000);
    desk.gives(Order::undo);
    desk.gives(Order::next);
    desk.test.clock.pass_ms(10'001);
    CHECK(desk.refuses(Order::undo) == "too_late");
    CHECK(desk.in_hand() == "A001");
}

TEST_CASE("only the newest order is taken back, and one that somebody heard again is not") {
    Desk desk;
    for (int i = 0; i < 2; ++i) desk.test.take("senior-card");
    desk.gives(Order::next);
    desk.gives(Order::recall);
    CHECK(desk.refuses(Order::undo) == "nothing_to_undo");
    desk.gives(Order::finish);
    desk.gives(Order::next);
    desk.gives(Order::undo);
    CHECK(desk.refuses(Order::undo) == "nothing_to_undo");  // the finish before is past
    CHECK(desk.test.count("SELECT count(*) FROM ticket WHERE state = 'done'") == 1);
}

TEST_CASE("what somebody else has touched since is left alone") {
    Desk desk;
    desk.hold(2, clerk_two);
    for (int i = 0; i < 2; ++i) desk.test.take("senior-card");
    desk.gives(Order::next);
    desk.gives(Order::miss);
    done(rejoin(desk.hall(), "A001"));
    const Refused rejoined = refused(desk.give(desk.made(Order::undo)));
    CHECK(rejoined.why == Refusal::wrong_state);
    CHECK(rejoined.ticket.value().code() == "A001");

    desk.gives(Order::next);
    DeskOrder over = desk.made(Order::hand_over);
    over.to_counter = 2;
    done(desk.give(over));
    desk.gives(Order::next, 2);
    CHECK(desk.refuses(Order::undo) == "wrong_state");

    desk.test.take("senior-card");
    desk.gives(Order::next);
    done(recall(desk.hall(), 1));  // by the command line
    CHECK(desk.refuses(Order::undo) == "wrong_state");
}

TEST_CASE("nobody comes back into a hand that is full, nor with a second number for one thing") {
    Desk desk;
    const std::string person = "110101199003070011";
    desk.test.clock.pass_seconds(1);
    done(issue_number(desk.hall(), {"senior-card", {}, new_key(), person}));
    desk.test.take("senior-card");
    desk.gives(Order::next);
    desk.gives(Order::finish);
    done(call_next(desk.hall(), 1));  // by the command line
    CHECK(desk.refuses(Order::undo) == "counter_busy");
    done(finish(desk.hall(), 1, {}));
    done(issue_number(desk.hall(), {"senior-card", {}, new_key(), person}));
    const Refused second = refused(desk.give(desk.made(Order::undo)));
    CHECK(second.why == Refusal::already_waiting);
    CHECK(second.ticket.value().code() == "A003");
    CHECK(desk.test.count("SELECT count(*) FROM ticket WHERE state = 'done'") == 2);
}

TEST_CASE("taking back is an order like others: the same request does it once") {
    Desk desk;
    desk.test.take("senior-card");
    const DeskOrder next = desk.made(Order::next);
    const DeskOrderDone first = done(desk.give(next));
    const DeskOrder undo = desk.made(Order::undo);
    CHECK_FALSE(done(desk.give(undo)).repeated);
    desk.gives(Order::next);
    const DeskOrderDone again = done(desk.give(undo));
    CHECK(again.repeated);
    CHECK(words(again.in_hand) == "nobody");
    CHECK(desk.in_hand() == "A001");
    // And what was taken back still answers as it did.
    const DeskOrderDone old = done(desk.give(next));
    CHECK(old.repeated);
    CHECK(words(old.in_hand) == "A001 called");
    CHECK(old.undo_until_ms == first.undo_until_ms);
}

TEST_CASE("an order is taken back after the program started again, within its time") {
    Desk desk;
    with_one_called(desk);
    const std::string before = records(desk.test);
    desk.gives(Order::finish_next);
    desk.test.reopen();
    desk.test.clock.pass_seconds(9);
    desk.gives(Order::undo);
    CHECK(records(desk.test) == before);
}

TEST_CASE("who takes a counter over cannot take back what was done before") {
    Desk desk;
    desk.test.take("senior-card");
    desk.gives(Order::next);
    done(hold_counter(desk.hall(), 1, clerk_two, TakeOver::yes));
    CHECK(desk.refuses(Order::undo) == "nothing_to_undo");
    CHECK(desk.in_hand() == "A001");
}

TEST_CASE("a visit of another counter that was learnt meanwhile stays learnt") {
    Desk desk;
    desk.hold(2, clerk_two);
    for (int i = 0; i < 2; ++i) desk.test.take("senior-card");
    desk.gives(Order::next);
    desk.gives(Order::next, 2);
    desk.test.clock.pass_minutes(6);
    desk.gives(Order::finish);
    desk.test.clock.pass_seconds(3);
    desk.gives(Order::finish, 2);
    desk.gives(Order::undo);
    Statement statement = value_of(
        desk.test.stores().database->prepare("SELECT sum(weight), sum(sum_minutes), count(*) FROM visit_sample"));
    Query query(statement);
    REQUIRE(value_of(query.step()));
    CHECK(query.real(0) == Catch::Approx(1));
    CHECK(query.real(1) == Catch::Approx(6 + 3.0 / 60));
    CHECK(query.integer(2) == 1);
}
