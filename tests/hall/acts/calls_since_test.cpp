// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/calls_since.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/call_number.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

std::vector<Call> all_calls(Hall& hall, std::int64_t since, int limit) {
    std::vector<Call> all;
    while (true) {
        const Calls read = value_of(calls_since(hall, since, limit));
        if (read.read_until == since) return all;
        all.insert(all.end(), read.calls.begin(), read.calls.end());
        since = read.read_until;
    }
}

}  // namespace

TEST_CASE("thirty calls of one second are all there, in order, however few are read at a time") {
    TestHall test(always_open());
    done(open_counter(test.hall(), 1));
    std::vector<std::string> codes;
    for (int i = 0; i < 30; ++i) {
        test.take("senior-card");
        const Ticket called = done(call_next(test.hall(), 1));
        codes.push_back(called.code());
        done(finish(test.hall(), 1, {}));
    }
    for (const int limit : {1, 7, 30, 100}) {
        const auto calls = all_calls(*test.another(), 0, limit);
        REQUIRE(calls.size() == 30);
        for (std::size_t i = 0; i < 30; ++i) {
            CHECK(calls[i].code == codes[i]);
            CHECK(calls[i].counter == 1);
            CHECK(calls[i].call == 1);
            if (i > 0) CHECK(calls[i].seq > calls[i - 1].seq);
        }
    }
}

TEST_CASE("a repeated call says which it is, and how long ago it was by a clock that nobody moves") {
    TestHall test(always_open());
    done(open_counter(test.hall(), 2));
    test.take("senior-card");
    done(call_next(test.hall(), 2));
    test.clock.pass_seconds(40);
    done(recall(test.hall(), 2));
    test.clock.pass_seconds(20);
    test.clock.move_wall_hours(5);
    const auto calls = all_calls(test.hall(), 0, 10);
    REQUIRE(calls.size() == 2);
    CHECK(calls[0].call == 1);
    CHECK(calls[0].age_ms == 60'000);
    CHECK(calls[1].call == 2);
    CHECK(calls[1].age_ms == 20'000);
    CHECK(all_calls(test.hall(), calls[0].seq, 10).size() == 1);
    CHECK(all_calls(test.hall(), value_of(journal_end(test.hall())), 10).empty());
}

TEST_CASE("an entry that cannot be read does not hold up those behind it") {
    TestHall test(always_open());
    done(open_counter(test.hall(), 1));
    for (int i = 0; i < 3; ++i) {
        test.take("senior-card");
        done(call_next(test.hall(), 1));
        done(finish(test.hall(), 1, {}));
    }
    test.run(
        "UPDATE journal SET entry = 'broken' WHERE seq IN (SELECT seq FROM journal WHERE kind = 'ticket.called' "
        "ORDER BY seq LIMIT 2)");
    CHECK(all_calls(test.hall(), 0, 1).size() == 1);
}

TEST_CASE("how far calls were announced is kept for the hall, goes only forward, and is no entry of the journal") {
    TestHall test;
    CHECK_FALSE(value_of(announced_until(test.hall())).has_value());
    const auto end = value_of(journal_end(test.hall()));
    REQUIRE(mark_announced(test.hall(), "board", 7).has_value());
    REQUIRE(mark_announced(test.hall(), "board", 5).has_value());
    CHECK(value_of(announced_until(*test.another())) == 7);
    REQUIRE(mark_announced(test.hall(), "kiosk", 9).has_value());
    CHECK(value_of(announced_until(test.hall())) == 9);
    CHECK(value_of(journal_end(test.hall())) == end);
}
