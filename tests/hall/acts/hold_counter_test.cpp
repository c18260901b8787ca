// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/hold_counter.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/call_number.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "tests/support/desk.h"

using namespace linli;
using namespace linli::support;

namespace {

std::string holder_of(TestHall& test, int counter) {
    const auto row = value_of(test.stores().holders.find(counter));
    return row ? row->clerk.account : "";
}

bool is_open(TestHall& test, int counter) {
    return value_of(test.stores().counters.find(counter)).state == CounterState::open;
}

}  // namespace

TEST_CASE("a clerk holds a counter, which is open from then on, and may hold several") {
    TestHall test;
    CHECK(done(hold_counter(test.hall(), 1, clerk_one, TakeOver::no)) == 1);
    CHECK(done(hold_counter(test.hall(), 3, clerk_one, TakeOver::no)) == 3);
    CHECK(is_open(test, 1));
    CHECK(value_of(counters_of(test.hall(), "wang")) == std::vector<int>{1, 3});
    const auto entries = test.journal();
    done(hold_counter(test.hall(), 1, clerk_one, TakeOver::no));  // it is theirs already
    CHECK(test.journal().size() == entries.size());
    const auto held = test.journal_of("counter.held");
    REQUIRE(held.size() == 2);
    CHECK(held[0].subject == "counter:1");
    CHECK(held[0].body == R"({"account":"wang"})");
    CHECK(test.journal_of("counter.opened").size() == 2);
    CHECK(refusal(hold_counter(test.hall(), 77, clerk_one, TakeOver::no)) == "unknown_counter");
}

TEST_CASE("a counter that somebody holds is taken over only on purpose") {
    TestHall test;
    done(hold_counter(test.hall(), 1, clerk_one, TakeOver::no));
    test.take("senior-card");
    done(call_next(test.hall(), 1));
    const Refused no = refused(hold_counter(test.hall(), 1, clerk_two, TakeOver::no));
    CHECK(no.why == Refusal::counter_held);
    CHECK(no.holder == "王小测");
    done(hold_counter(test.hall(), 1, clerk_two, TakeOver::yes));
    CHECK(holder_of(test, 1) == "li");
    CHECK(test.journal_of("counter.held").back().body == R"({"account":"li","from":"wang"})");
    // Whoever is in hand is not lost by it.
    CHECK(done(serve(test.hall(), 1)).code() == "A001");
}

TEST_CASE("a counter that the command line opened is nobody's, and can be held") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    CHECK(holder_of(test, 1).empty());
    done(hold_counter(test.hall(), 1, clerk_one, TakeOver::no));
    CHECK(holder_of(test, 1) == "wang");
    CHECK(test.journal_of("counter.opened").size() == 1);
    done(close_counter(test.hall(), 1));
    CHECK(holder_of(test, 1).empty());
    CHECK_FALSE(is_open(test, 1));
}

TEST_CASE("one lets go of one's own counter; another's only who may") {
    TestHall test;
    for (const int counter : {1, 2}) done(hold_counter(test.hall(), counter, clerk_one, TakeOver::no));
    const Refused no = refused(release_counter(test.hall(), 1, "li", Whose::own));
    CHECK(no.why == Refusal::counter_not_held);
    CHECK(no.holder == "王小测");
    CHECK_FALSE(refused(release_counter(test.hall(), 3, "li", Whose::own)).holder.has_value());
    CHECK(refusal(release_counter(test.hall(), 77, "li", Whose::own)) == "unknown_counter");
    CHECK(refusal(release_counter(test.hall(), 3, "li", Whose::anybodys)) == "counter_closed_already");
    test.take("senior-card");
    done(call_next(test.hall(), 1));
    CHECK(refusal(release_counter(test.hall(), 1, "wang", Whose::own)) == "counter_busy");
    CHECK(holder_of(test, 1) == "wang");
    CHECK(done(release_counter(test.hall(), 2, "li", Whose::anybodys)) == 2);
    CHECK_FALSE(is_open(test, 2));
    done(finish(test.hall(), 1, {}));
    CHECK(done(release_counter(test.hall(), 1, "wang", Whose::own)) == 1);
}

TEST_CASE("who signs out leaves counters with somebody in hand as they are") {
    TestHall test;
    for (const int counter : {1, 2, 3}) done(hold_counter(test.hall(), counter, clerk_one, TakeOver::no));
    done(hold_counter(test.hall(), 4, clerk_two, TakeOver::no));
    test.take("senior-card");
    done(call_next(test.hall(), 2));
    const Released released = value_of(release_counters_of(test.hall(), "wang", LetGo::idle));
    CHECK(released.closed == std::vector<int>{1, 3});
    CHECK(released.kept == std::vector<int>{2});
    CHECK(value_of(counters_of(test.hall(), "wang")) == std::vector<int>{2});
    CHECK(holder_of(test, 4) == "li");
    CHECK(test.journal_of("counter.closed").back().body == R"({"reason":"idle"})");
    CHECK(value_of(release_counters_of(test.hall(), "nobody", LetGo::sign_out)).closed.empty());
}

TEST_CASE("the day's end lets every counter go") {
    Desk desk(always_open());
    desk.hold(2, clerk_two);
    desk.test.clock.pass_hours(24);
    desk.test.take("senior-card");
    CHECK(desk.test.count("SELECT count(*) FROM counter_holder") == 0);
    CHECK_FALSE(is_open(desk.test, 1));
}

TEST_CASE("a counter that the content no longer has is let go") {
    TestHall test;
    done(hold_counter(test.hall(), 1, clerk_one, TakeOver::no));
    test.run("UPDATE counter_holder SET counter = 88");
    const Released released = value_of(release_counters_of(test.hall(), "wang", LetGo::sign_out));
    CHECK(released.closed.empty());
    CHECK(released.kept.empty());
    CHECK(value_of(counters_of(test.hall(), "wang")).empty());
}
