// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/verify_journal.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/call_for_help.h"
#include "hall/acts/call_number.h"
#include "hall/acts/give_back.h"
#include "hall/acts/install_content.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/take_number.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

// Every act at least once.
void live_a_day(TestHall& test) {
    Hall& hall = test.hall();
    for (const int counter : {1, 2}) done(open_counter(hall, counter));
    for (int i = 0; i < 6; ++i) test.take("senior-card", i % 2 ? "elder" : "");
    test.finished_visit("old-age-allowance", 1);
    done(call_next(hall, 1));
    done(recall(hall, 1));
    const Ticket missed = done(miss(hall, 1));
    done(rejoin(hall, missed.code()));
    done(call_next(hall, 1));
    done(hand_over(hall, 1, {2, {}}));
    done(call_next(hall, 2));
    done(hold(hall, 2));
    const Ticket last = test.take("senior-card", "elder");
    done(remove_priority(hall, last.code(), "none shown"));
    done(give_back(hall, last.code(), last.check_code));
    done(undo_give_back(hall, last.code(), last.check_code));
    done(call_for_help(hall, "kiosk"));
    value_of(end_help_call(hall, "kiosk"));
    CHECK(value_of(install_content(hall, embedded_content())).has_value());
    done(close_counter(hall, 1));
    test.clock.move_wall_hours(-48);
    CHECK(refusal(call_next(hall, 9)) == "unknown_counter");
    test.clock.move_wall_hours(48);
    test.clock.pass_hours(24);
    test.take("senior-card");
}

std::string fault_after(const std::string& sql) {
    TestHall test;
    live_a_day(test);
    CHECK_FALSE(value_of(verify_journal(test.hall())).fault.has_value());
    test.run(sql);
    const JournalCheck check = value_of(verify_journal(test.hall()));
    return check.fault.value_or("none");
}

bool says(const std::string& fault, const std::string& what) {
    INFO(fault);
    CHECK(fault.find(what) != std::string::npos);
    return fault.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("after every act the journal is whole, without a gap") {
    TestHall test;
    live_a_day(test);
    const JournalCheck check = value_of(verify_journal(test.hall()));
    CHECK(check.fault.value_or("none") == "none");
    CHECK(check.gaps == 0);
    CHECK(check.entries == test.count("SELECT max(seq) FROM journal"));
    for (const char* kind :
         {"hall.created",    "content.installed",       "day.opened",        "clock.moved",     "ticket.taken",
          "ticket.called",   "ticket.recalled",         "ticket.serving",    "ticket.held",     "ticket.missed",
          "ticket.finished", "ticket.handed_over",      "ticket.given_back", "ticket.restored", "ticket.rejoined",
          "ticket.left",     "ticket.priority_removed", "counter.opened",    "counter.closed",  "help.called",
          "help.ended"}) {
        INFO(kind);
        CHECK_FALSE(test.journal_of(kind).empty());
    }
    test.reopen();
    CHECK_FALSE(value_of(verify_journal(test.hall())).fault.has_value());
}

TEST_CASE("a changed entry is found, at its place") {
    says(fault_after("UPDATE journal SET entry = replace(entry, 'senior-card', 'senior-cart') WHERE seq = 7"),
         "entry 7");
    says(fault_after("UPDATE journal SET entry = entry || ' ' WHERE seq = 3"), "entry 3");
    says(fault_after("UPDATE journal SET chain = randomblob(32) WHERE seq = 5"), "entry 5");
}

TEST_CASE("two entries that changed places are found") {
    says(fault_after("UPDATE journal SET seq = -1 WHERE seq = 8; UPDATE journal SET seq = 8 WHERE seq = 9; "
                     "UPDATE journal SET seq = 9 WHERE seq = -1"),
         "entry 8");
}

TEST_CASE("an entry that was taken out is found: from the middle, the beginning and the end") {
    says(fault_after("DELETE FROM journal WHERE seq = 10"), "entry 10 is missing");
    says(fault_after("DELETE FROM journal WHERE seq = 1"), "entry 1 is missing");
    says(fault_after("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)"), "removed");
    says(fault_after("DELETE FROM journal"), "removed");
}

TEST_CASE("taking one out and moving up the rest does not hide it") {
    says(fault_after("DELETE FROM journal WHERE seq = 10; UPDATE journal SET seq = seq - 1 WHERE seq > 10"),
         "entry 10");
}

TEST_CASE("an entry put in at the end is found") {
    says(fault_after(
             "INSERT INTO journal SELECT seq + 1, kind, subject, entry, chain FROM journal ORDER BY seq DESC LIMIT 1"),
         "changed");
}

TEST_CASE("a copied column that differs from its entry is found") {
    says(fault_after("UPDATE journal SET kind = 'ticket.left' WHERE seq = 6"), "entry 6: a copied column");
    says(fault_after("UPDATE journal SET subject = 'counter:9' WHERE seq = 4"), "entry 4: a copied column");
}

TEST_CASE("a head that names another end is found") {
    says(fault_after("UPDATE box SET journal_seq = journal_seq + 1"), "the box says");
    says(fault_after("UPDATE box SET journal_chain = randomblob(32)"), "the journal ends");
}

TEST_CASE("how many entries are missing is counted") {
    TestHall test;
    live_a_day(test);
    test.run("DELETE FROM journal WHERE seq IN (5, 6, 9)");
    CHECK(value_of(verify_journal(test.hall())).gaps == 3);
}
