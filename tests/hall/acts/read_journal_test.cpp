// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/read_journal.h"

#include "hall/acts/open_counter.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

std::string numbers(const JournalPage& page) {
    std::string text;
    for (const JournalEntry& entry : page.entries) text += std::to_string(entry.seq) + " ";
    return text;
}

// 1 day.opened and 2 hall.created by test, 3 to 5 counters 1 to 3 opened, the second by wang, the others by wang.li.
struct SmallJournal : TestHall {
    SmallJournal() {
        for (const int counter : {1, 2, 3}) {
            const ActingAs acting(hall(), Actor{counter == 2 ? "staff:wang" : "staff:wang.li"});
            done(open_counter(hall(), counter));
        }
    }
    JournalPage read(const ReadJournal& wanted) { return value_of(read_journal(hall(), wanted)); }
};

}  // namespace

TEST_CASE("the journal is read from its newest entry, page by page to its first") {
    SmallJournal test;
    const JournalPage first = test.read({.limit = 3});
    CHECK(numbers(first) == "5 4 3 ");
    CHECK(first.newest == 5);
    CHECK(first.looked_until == 3);
    const JournalPage second = test.read({.before_seq = first.looked_until, .limit = 3});
    CHECK(numbers(second) == "2 1 ");
    CHECK(second.newest == 5);
    CHECK(second.looked_until == 1);
    CHECK(test.read({.before_seq = 1}).entries.empty());
    CHECK(test.read({.before_seq = 1}).looked_until == 0);
}

TEST_CASE("an entry is there whole") {
    SmallJournal test;
    const JournalEntry entry = test.read({.limit = 1}).entries.at(0);
    CHECK(entry.kind == "counter.opened");
    CHECK(entry.subject == "counter:3");
    CHECK(entry.actor == "staff:wang.li");
    CHECK(entry.wall_ms == test.clock.wall_ms());
    CHECK_FALSE(entry.body.empty());
}

TEST_CASE("entries are found by their actor, exactly, and by what their kind begins with") {
    SmallJournal test;
    CHECK(numbers(test.read({.actor = "staff:wang.li"})) == "5 3 ");
    CHECK(numbers(test.read({.actor = "staff:wang"})) == "4 ");
    CHECK(numbers(test.read({.actor = "staff:wan"})).empty());
    CHECK(numbers(test.read({.kind = "counter."})) == "5 4 3 ");
    CHECK(numbers(test.read({.kind = "hall.created"})) == "2 ");
    CHECK(numbers(test.read({.actor = "staff:wang.li", .kind = "hall."})).empty());
    CHECK(numbers(test.read({.actor = "\"} OR 1=1 --", .kind = "%"})).empty());
    const JournalPage one = test.read({.limit = 1, .actor = "staff:wang.li"});
    CHECK(numbers(test.read({.before_seq = one.looked_until, .actor = "staff:wang.li"})) == "3 ");
}

TEST_CASE("an actor who only stands in a body is not taken for one") {
    SmallJournal test;
    test.run(
        R"(INSERT INTO journal VALUES (6, 'x', 's', '{"seq":6,"actor":"a","body":{"actor":"staff:wang",}}', X''))");
    CHECK(numbers(test.read({.actor = "staff:wang"})) == "4 ");
}

TEST_CASE("a page has 1 to 200 entries") {
    SmallJournal test;
    CHECK(error_of(read_journal(test.hall(), {.limit = 0})) == "invalid_input");
    CHECK(error_of(read_journal(test.hall(), {.limit = 201})) == "invalid_input");
}

TEST_CASE("who looks for something rare in a long journal is told how far was looked, and goes on from there") {
    SmallJournal test;
    test.run(
        "WITH RECURSIVE n (i) AS (SELECT 6 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) "
        "INSERT INTO journal SELECT i, 'ticket.taken', 's', '{\"seq\":1,\"actor\":\"kiosk\",\"body\":{}}', X'' FROM n");
    const JournalPage first = test.read({.actor = "staff:wang"});
    CHECK(first.entries.empty());
    CHECK(first.looked_until == 30000 - journal_looked_at_max + 1);
    CHECK(numbers(test.read({.before_seq = first.looked_until, .actor = "staff:wang"})) == "4 ");
}

TEST_CASE("a damaged entry stands there with its number and kind") {
    SmallJournal test;
    test.run("UPDATE journal SET entry = 'torn' WHERE seq = 3");
    const JournalPage page = test.read({});
    REQUIRE(page.entries.size() == 5);
    CHECK(page.entries[2].seq == 3);
    CHECK(page.entries[2].kind == "counter.opened");
    CHECK(page.entries[2].body == "{}");
}
