// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_sync.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/note_push.h"
#include "tests/support/district_link.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("a hall without a district says so, and counts nothing as sent") {
    TestHall test;
    const SyncView view = value_of(show_sync(test.hall()));
    CHECK(view.state == LinkState::none);
    CHECK(view.fingerprint.empty());
    CHECK(view.unsent == view.journal_seq);
    CHECK_FALSE(view.contact_ms.has_value());
    CHECK_FALSE(view.agent_runs);
    REQUIRE(note_contact(test.hall(), Contact::answered, SyncTrouble::busy, "x").has_value());
    CHECK(value_of(show_sync(test.hall())).trouble == SyncTrouble::none);
}

TEST_CASE("it is seen how much is unsent and for how long, when the district was heard, and what is in the way") {
    TestHall test;
    join_district(test.hall(), "https://d.example");
    take_numbers(test, 3);
    test.clock.pass_minutes(2);
    REQUIRE(note_contact(test.hall(), Contact::none, SyncTrouble::unreachable, "connection refused").has_value());
    SyncView view = value_of(show_sync(test.hall()));
    CHECK(view.trouble == SyncTrouble::unreachable);
    CHECK(view.trouble_detail == "connection refused");
    CHECK(view.unsent == view.journal_seq);
    CHECK(view.oldest_unsent_ms >= 120'000);
    CHECK(view.since_contact_ms.value() >= 120'000);
    value_of(note_push(test.hall(), {1, view.journal_seq, view.journal_seq, 1, first_incarnation}));
    REQUIRE(note_contact(test.hall(), Contact::answered, SyncTrouble::none, "").has_value());
    test.clock.pass_seconds(5);
    test.clock.move_wall_hours(-9);
    view = value_of(show_sync(test.hall()));
    CHECK(view.trouble == SyncTrouble::none);
    CHECK(view.unsent == 0);
    CHECK(view.since_contact_ms.value() == 5'000);
}

TEST_CASE("a contact is written once a minute, and what is new at once") {
    TestHall test;
    join_district(test.hall(), "https://d.example");
    test.clock.pass_minutes(1);
    const auto watcher = test.another();
    auto moved = [&, mark = value_of(watcher->change_mark())]() mutable {
        const std::int64_t now = value_of(watcher->change_mark());
        return std::exchange(mark, now) != now;
    };
    REQUIRE(note_contact(test.hall(), Contact::answered, SyncTrouble::none, "").has_value());
    CHECK(moved());
    test.clock.pass_seconds(20);
    REQUIRE(note_contact(test.hall(), Contact::answered, SyncTrouble::none, "").has_value());
    CHECK_FALSE(moved());
    REQUIRE(note_contact(test.hall(), Contact::answered, SyncTrouble::busy, "later").has_value());
    CHECK(moved());
    REQUIRE(note_contact(test.hall(), Contact::answered, SyncTrouble::busy, "later still").has_value());
    CHECK_FALSE(moved());
    test.clock.pass_seconds(31);
    REQUIRE(note_contact(test.hall(), Contact::answered, SyncTrouble::busy, "").has_value());
    CHECK(moved());
}

TEST_CASE("a revoked box keeps all, says so, and may be taken back") {
    TestHall test;
    join_district(test.hall(), "https://d.example");
    take_numbers(test, 2);
    REQUIRE(note_revoked(test.hall(), SyncTrouble::hall_revoked, "by the administrator").has_value());
    SyncView view = value_of(show_sync(test.hall()));
    CHECK(view.state == LinkState::revoked);
    CHECK(view.trouble == SyncTrouble::hall_revoked);
    CHECK(view.unsent == view.journal_seq);
    REQUIRE(note_taken_back(test.hall()).has_value());
    view = value_of(show_sync(test.hall()));
    CHECK(view.state == LinkState::approved);
    CHECK(view.trouble == SyncTrouble::none);
}

TEST_CASE("every trouble has a name of its own, which is read again") {
    for (int i = 0; i <= static_cast<int>(SyncTrouble::enrolment_refused); ++i) {
        const auto trouble = static_cast<SyncTrouble>(i);
        CHECK(trouble_from(name_of(trouble)) == trouble);
    }
    CHECK(trouble_from("something newer") == SyncTrouble::none);
}
