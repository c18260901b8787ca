// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/acts_together.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/take_number.h"
#include "hall/acts/verify_journal.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

const TakeNumber wish(const std::string& matter = "senior-card") { return {matter, {}, new_key(), {}}; }

int tickets_seen_by(Hall& hall) { return static_cast<int>(value_of(hall.stores().tickets.line()).size()); }

bool journal_is_whole(Hall& hall) { return !value_of(verify_journal(hall)).fault; }

}  // namespace

TEST_CASE("acts made together are seen by others all at once, each with its number and its place in the journal") {
    TestHall test;
    const auto other = test.another();
    ActsTogether together(test.hall());
    const Ticket first = done(issue_number(test.hall(), wish()));
    const TicketView second = done(take_number(test.hall(), wish()));
    CHECK(first.code() == "A001");
    CHECK(second.ticket.code() == "A002");
    CHECK(second.people_ahead == 1);  // reading within them sees what was written
    CHECK(tickets_seen_by(*other) == 0);
    REQUIRE(together.commit().has_value());
    CHECK(tickets_seen_by(*other) == 2);
    CHECK(test.journal_of("ticket.taken").size() == 2);
    CHECK(journal_is_whole(test.hall()));
    CHECK(done(issue_number(*other, wish())).code() == "A003");
    CHECK(done(issue_number(test.hall(), wish())).code() == "A004");
}

TEST_CASE("one refused act leaves nothing behind, and the others are kept") {
    TestHall test(hall_with("/queue/numbers_a_day_max", "2"));
    ActsTogether together(test.hall());
    CHECK(done(issue_number(test.hall(), wish())).code() == "A001");
    CHECK(refusal(issue_number(test.hall(), wish("moon-permit"))) == "unknown_matter");
    const TakeNumber asked_twice = wish();
    CHECK(done(issue_number(test.hall(), asked_twice)).code() == "A002");
    CHECK(done(issue_number(test.hall(), asked_twice)).code() == "A002");
    CHECK(refusal(issue_number(test.hall(), wish())) == "daily_limit");
    REQUIRE(together.commit().has_value());
    test.reopen();
    CHECK(test.count("SELECT count(*) FROM ticket") == 2);
    CHECK(journal_is_whole(test.hall()));
}

TEST_CASE("acts that were not committed together never were") {
    TestHall test;
    {
        const ActsTogether together(test.hall());
        CHECK(done(issue_number(test.hall(), wish())).code() == "A001");
    }
    CHECK(test.count("SELECT count(*) FROM ticket") == 0);
    CHECK(test.journal_of("ticket.taken").empty());
    test.reopen();
    CHECK(done(issue_number(test.hall(), wish())).code() == "A001");
    CHECK(journal_is_whole(test.hall()));
}

TEST_CASE("where SQLite gave up in the midst of them, none is kept and none is begun any more") {
    TestHall test;
    ActsTogether together(test.hall());
    CHECK(done(issue_number(test.hall(), wish())).code() == "A001");
    test.run("ROLLBACK");  // as SQLite does by itself when the disk fails
    CHECK(error_of(issue_number(test.hall(), wish())) == "io");
    const Status kept = together.commit();
    REQUIRE_FALSE(kept.has_value());
    CHECK(kept.error().code == ErrorCode::io);
    test.reopen();
    CHECK(test.count("SELECT count(*) FROM ticket") == 0);
    CHECK(done(issue_number(test.hall(), wish())).code() == "A001");
    CHECK(journal_is_whole(test.hall()));
}

TEST_CASE("who only reads together with others takes no lock") {
    TestHall test;
    const auto other = test.another();
    ActsTogether together(test.hall());
    CHECK(refusal(take_number(test.hall(), wish("moon-permit"))) == "unknown_matter");
    REQUIRE(together.commit().has_value());
    ActsTogether reading(test.hall());
    CHECK(tickets_seen_by(test.hall()) == 0);
    CHECK(done(issue_number(*other, wish())).code() == "A001");
    CHECK(tickets_seen_by(test.hall()) == 1);
    CHECK(reading.commit().has_value());
}
