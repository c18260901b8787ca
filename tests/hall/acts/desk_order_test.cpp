// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/desk_order.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/call_number.h"
#include "hall/acts/give_back.h"
#include "hall/acts/hold_counter.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/wire/desk_order_json.h"
#include "tests/support/desk.h"

using namespace linli;
using namespace linli::support;

namespace {

/// The answer as the page gets it, but for what says that it is a repetition.
std::string as_first(DeskOrderDone done) {
    done.repeated = false;
    return wire::order_done_json(done);
}

std::string state_of(Desk& desk, const Ticket& ticket) { return name_of(desk.test.now(ticket).state); }

}  // namespace

TEST_CASE("an order calls, calls once more, serves and finishes, and says who is in hand") {
    Desk desk;
    desk.test.take("senior-card");
    const DeskOrderDone called = desk.gives(Order::next);
    CHECK(words(called.in_hand) == "A001 called");
    CHECK(words(called.ended) == "nobody");
    CHECK_FALSE(called.repeated);
    CHECK(called.undo_until_ms == desk.test.clock.wall_ms() + 10'000);
    const DeskOrderDone again = desk.gives(Order::recall);
    CHECK(again.in_hand->ticket.calls == 2);
    CHECK_FALSE(again.undo_until_ms.has_value());
    CHECK(words(desk.gives(Order::serve).in_hand) == "A001 serving");
    DeskOrder finish = desk.made(Order::finish);
    finish.outcome = "accepted";
    finish.note = "收到材料";
    const DeskOrderDone ended = done(desk.give(finish));
    CHECK(words(ended.in_hand) == "nobody");
    CHECK(words(ended.ended) == "A001 done");
    CHECK(desk.test.count("SELECT count(*) FROM ticket WHERE outcome = 'accepted' AND note = '收到材料' AND "
                          "ended_by = 'wang' AND ended_by_name = '王小测'") == 1);
}

TEST_CASE("finishing calls the next in the same transaction") {
    Desk desk;
    desk.test.take("senior-card");
    desk.test.take("senior-card");
    desk.gives(Order::next);
    desk.test.clock.pass_minutes(3);
    const DeskOrderDone done = desk.gives(Order::finish_next);
    CHECK(words(done.ended) == "A001 done");
    CHECK(words(done.in_hand) == "A002 called");
    CHECK_FALSE(done.nobody_waits);
}

TEST_CASE("finishing with nobody behind is done all the same, and says so") {
    Desk desk;
    const Ticket last = desk.test.take("senior-card");
    desk.gives(Order::next);
    const DeskOrderDone done = desk.gives(Order::finish_next);
    CHECK(words(done.ended) == "A001 done");
    CHECK(words(done.in_hand) == "nobody");
    CHECK(done.nobody_waits);
    CHECK(state_of(desk, last) == "done");
}

TEST_CASE("an order misses, holds, calls back and hands over") {
    Desk desk;
    for (const int counter : {2, 3}) desk.hold(counter, clerk_two);
    for (int i = 0; i < 3; ++i) desk.test.take("senior-card");
    desk.gives(Order::next);
    CHECK(words(desk.gives(Order::miss).ended) == "A001 missed");
    CHECK(desk.test.count("SELECT count(*) FROM ticket WHERE state = 'missed' AND ended_by = 'wang'") == 1);
    desk.gives(Order::next);
    CHECK(words(desk.gives(Order::hold).ended) == "A002 held");
    DeskOrder back = desk.made(Order::call);
    back.code = "A002";
    CHECK(words(done(desk.give(back)).in_hand) == "A002 called");
    DeskOrder over = desk.made(Order::hand_over);
    over.to_counter = 2;
    CHECK(words(done(desk.give(over)).ended) == "A002 handed_over");
    CHECK(words(desk.gives(Order::next, 2).in_hand) == "A002 called");
}

TEST_CASE("only who holds the counter orders there") {
    Desk desk;
    desk.test.take("senior-card");
    DeskOrder strange = desk.made(Order::next);
    strange.clerk = clerk_two;
    const Refused refused_one = refused(desk.give(strange));
    CHECK(refused_one.why == Refusal::counter_not_held);
    CHECK(refused_one.holder == "王小测");
    strange.counter = 2;
    const Refused nobodys = refused(desk.give(strange));
    CHECK(nobodys.why == Refusal::counter_not_held);
    CHECK_FALSE(nobodys.holder.has_value());
    strange.counter = 9;
    CHECK(refusal(desk.give(strange)) == "unknown_counter");
    CHECK(desk.test.codes_in_line() == std::vector<std::string>{"A001"});
}

TEST_CASE("a page that shows another number in hand does nothing, and learns the real one") {
    Desk desk;
    desk.test.take("senior-card");
    desk.test.take("senior-card");
    DeskOrder late = desk.made(Order::next);  // made while nobody was in hand
    DeskOrder early = desk.made(Order::finish);
    early.in_hand = "A001";
    const Refused nobody = refused(desk.give(early));
    CHECK(nobody.why == Refusal::in_hand_changed);
    CHECK(nobody.in_hand == "");
    desk.gives(Order::next);
    const Refused other = refused(desk.give(late));
    CHECK(other.why == Refusal::in_hand_changed);
    CHECK(other.in_hand == "A001");
    CHECK(other.ticket.value().code() == "A001");
    CHECK(desk.in_hand() == "A001");
}

TEST_CASE("what the acts refuse the orders refuse") {
    Desk desk;
    CHECK(desk.refuses(Order::next) == "nobody_waiting");
    CHECK(desk.refuses(Order::recall) == "nothing_in_hand");
    CHECK(desk.refuses(Order::serve) == "nothing_in_hand");
    CHECK(desk.refuses(Order::miss) == "nothing_in_hand");
    CHECK(desk.refuses(Order::hold) == "nothing_in_hand");
    CHECK(desk.refuses(Order::finish) == "nothing_in_hand");
    CHECK(desk.refuses(Order::finish_next) == "nothing_in_hand");
    CHECK(desk.refuses(Order::hand_over) == "nothing_in_hand");
    CHECK(desk.refuses(Order::undo) == "nothing_to_undo");
    DeskOrder nowhere = desk.made(Order::call);
    nowhere.code = "A777";
    CHECK(refusal(desk.give(nowhere)) == "unknown_ticket");
    desk.test.take("senior-card");
    desk.test.take("resident-pension");
    nowhere.code = "B001";
    CHECK(refusal(desk.give(nowhere)) == "not_taken_here");
    desk.gives(Order::next);
    CHECK(desk.refuses(Order::next) == "counter_busy");
    desk.gives(Order::serve);
    CHECK(desk.refuses(Order::serve) == "wrong_state");
    CHECK(desk.refuses(Order::miss) == "wrong_state");
    CHECK(desk.refuses(Order::recall) == "wrong_state");
    DeskOrder over = desk.made(Order::hand_over);
    over.to_counter = 4;
    CHECK(refusal(desk.give(over)) == "not_taken_here");
    over.to_counter = 2;
    CHECK(refusal(desk.give(over)) == "counter_closed");
    over.to_counter = 77;
    CHECK(refusal(desk.give(over)) == "unknown_counter");
    over.to_counter.reset();
    over.to_matter = "nonsense";
    CHECK(refusal(desk.give(over)) == "unknown_matter");
    CHECK(state_of(desk, desk.test.take("senior-card")) == "waiting");
}

TEST_CASE("what no page sends is an error, and nothing is done") {
    Desk desk;
    desk.test.take("senior-card");
    desk.gives(Order::next);
    DeskOrder wrong = desk.made(Order::finish);
    wrong.request_id = "short";
    CHECK(error_of(desk.give(wrong)) == "invalid_input");
    wrong.request_id = std::string(65, 'x');
    CHECK(error_of(desk.give(wrong)) == "invalid_input");
    wrong = desk.made(Order::finish);
    wrong.outcome = "whatever";
    CHECK(error_of(desk.give(wrong)) == "invalid_input");
    wrong.outcome = "done";
    for (int i = 0; i < 501; ++i) wrong.note += "记";
    CHECK(error_of(desk.give(wrong)) == "invalid_input");
    CHECK(desk.in_hand() == "A001");
}

TEST_CASE("the same request gives the same answer, whatever has happened since") {
    Desk desk;
    for (int i = 0; i < 3; ++i) desk.test.take("senior-card");
    const DeskOrder next = desk.made(Order::next);
    const DeskOrderDone first = done(desk.give(next));
    const DeskOrder on = desk.made(Order::finish_next);
    const DeskOrderDone second = done(desk.give(on));
    desk.test.clock.pass_minutes(20);
    desk.gives(Order::miss);
    desk.test.reopen();
    const auto entries = desk.test.journal().size();
    for (int time = 0; time < 2; ++time) {
        const DeskOrderDone repeated = done(desk.give(next));
        CHECK(repeated.repeated);
        CHECK(as_first(repeated) == as_first(first));
        CHECK(as_first(done(desk.give(on))) == as_first(second));
    }
    CHECK(desk.test.journal().size() == entries);
    done(release_counter(desk.hall(), 1, "wang", Whose::own));
    CHECK(as_first(done(desk.give(next))) == as_first(first));
}

TEST_CASE("a request that was refused may be sent again") {
    Desk desk;
    const DeskOrder next = desk.made(Order::next);
    CHECK(refusal(desk.give(next)) == "nobody_waiting");
    desk.test.take("senior-card");
    const DeskOrderDone done_now = done(desk.give(next));
    CHECK_FALSE(done_now.repeated);
    CHECK(words(done_now.in_hand) == "A001 called");
}

TEST_CASE("an id that came with another order does nothing") {
    Desk desk;
    desk.hold(2, clerk_one);
    for (int i = 0; i < 2; ++i) desk.test.take("senior-card");
    const DeskOrder next = desk.made(Order::next);
    done(desk.give(next));
    DeskOrder other = next;
    other.counter = 2;
    CHECK(refusal(desk.give(other)) == "request_id_used");
    other = next;
    other.order = Order::finish;
    CHECK(refusal(desk.give(other)) == "request_id_used");
    other = next;
    other.clerk = clerk_two;
    CHECK(refusal(desk.give(other)) == "request_id_used");
    CHECK(desk.test.codes_in_line() == std::vector<std::string>{"A002"});
}

TEST_CASE("an answer is kept over midnight, and forgotten a day later") {
    Desk desk(always_open());
    desk.test.take("senior-card");
    const DeskOrder next = desk.made(Order::next);
    const std::string first = as_first(done(desk.give(next)));
    desk.test.clock.pass_hours(24);
    desk.test.take("senior-card");
    CHECK(as_first(done(desk.give(next))) == first);
    desk.test.clock.pass_hours(24);
    desk.test.take("senior-card");
    // Forgotten: it is looked at as a new order, by somebody whose counter was closed at midnight.
    CHECK(refusal(desk.give(next)) == "counter_not_held");
    CHECK(desk.test.count("SELECT count(*) FROM desk_order") == 0);
}

TEST_CASE("midnight between two orders ends the day at the counter") {
    Desk desk(always_open());
    const Ticket old = desk.test.take("senior-card");
    const DeskOrder next = desk.made(Order::next);
    desk.test.clock.pass_hours(14);
    CHECK(refusal(desk.give(next)) == "counter_not_held");
    CHECK(state_of(desk, old) == "left");
    CHECK(desk.test.journal_of("day.opened").size() == 2);
}

TEST_CASE("a clock that jumps neither repeats an order nor ends its time") {
    Desk desk;
    desk.test.take("senior-card");
    const DeskOrder next = desk.made(Order::next);
    const DeskOrderDone first = done(desk.give(next));
    desk.test.clock.move_wall_hours(-5);
    CHECK(as_first(done(desk.give(next))) == as_first(first));
    CHECK(words(desk.gives(Order::undo).in_hand) == "nobody");
    desk.gives(Order::next);
    desk.test.clock.move_wall_hours(9);
    desk.gives(Order::undo);
    CHECK(desk.test.codes_in_line() == std::vector<std::string>{"A001"});
}

TEST_CASE("orders and the command line follow one set of rules at one counter") {
    Desk desk;
    for (int i = 0; i < 2; ++i) desk.test.take("senior-card");
    const DeskOrder next = desk.made(Order::next);
    done(call_next(desk.hall(), 1));
    CHECK(refusal(desk.give(next)) == "in_hand_changed");
    done(finish(desk.hall(), 1, {}));
    CHECK(words(done(desk.give(next)).in_hand) == "A002 called");
}

TEST_CASE("an order is one row, and no row is left of one that was refused") {
    Desk desk;
    CHECK(desk.refuses(Order::next) == "nobody_waiting");
    CHECK(desk.test.count("SELECT count(*) FROM desk_order") == 0);
    desk.test.take("senior-card");
    desk.gives(Order::next);
    CHECK(desk.test.count("SELECT count(*) FROM desk_order") == 1);
    // Few rows on a page would mean that every other order writes several.
    CHECK(desk.test.count("SELECT max(length(answer)) FROM desk_order") < 250);
}
