// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/read_outbox.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/note_push.h"
#include "hall/acts/read_link.h"
#include "tests/support/district_link.h"

using namespace linli;
using namespace linli::support;

namespace {

std::int64_t acked(TestHall& test) { return value_of(read_link(test.hall())).link.acked_through; }

PushReceipt receipt(std::int64_t first, std::int64_t last, std::int64_t through) {
    return {first, last, through, through, first_incarnation};
}

}  // namespace

TEST_CASE("the outbox begins after what has come there, and is bounded by entries and by bytes") {
    TestHall test;
    join_district(test.hall(), "https://d.example");
    take_numbers(test, 8);
    const std::int64_t newest = value_of(test.stores().box.load()).journal_seq;
    const Outbox all = value_of(read_outbox(test.hall(), {}));
    CHECK(all.first == 1);
    CHECK(all.last == newest);
    CHECK(all.chain == value_of(test.stores().box.load()).journal_chain);
    CHECK(all.entries.front() == value_of(read_outbox(test.hall(), {1, 1})).entries.front());
    CHECK(value_of(read_outbox(test.hall(), {3, 1'000'000})).entries.size() == 3);
    CHECK(value_of(read_outbox(test.hall(), {3, 1'000'000})).last == 3);
    const std::size_t two = all.entries[0].size() + all.entries[1].size() + 2;
    CHECK(value_of(read_outbox(test.hall(), {500, two})).entries.size() == 2);
    CHECK(value_of(read_outbox(test.hall(), {500, two - 1})).entries.size() == 1);
    value_of(note_push(test.hall(), receipt(1, 3, 3)));
    CHECK(value_of(read_outbox(test.hall(), {2, 1'000'000})).first == 4);
    CHECK(value_of(read_outbox(test.hall(), {})).unsent == newest - 3);
    value_of(note_push(test.hall(), receipt(4, newest, newest)));
    CHECK(value_of(read_outbox(test.hall(), {})).entries.empty());
    CHECK(value_of(read_outbox(test.hall(), {})).oldest_ms == 0);
}

TEST_CASE("the age of the oldest unsent entry is measured on the steady clock") {
    TestHall test;
    join_district(test.hall(), "https://d.example");
    const std::int64_t newest = value_of(test.stores().box.load()).journal_seq;
    value_of(note_push(test.hall(), receipt(1, newest, newest)));
    test.clock.pass_minutes(1);
    take_numbers(test, 1);
    test.clock.pass_minutes(10);
    test.clock.move_wall_hours(-5);
    CHECK(value_of(read_outbox(test.hall(), {})).oldest_ms == 600'000);
}

TEST_CASE("a push counts only forward, and only up to what was sent") {
    TestHall test;
    join_district(test.hall(), "https://d.example");
    take_numbers(test, 20);
    CHECK(value_of(note_push(test.hall(), receipt(1, 5, 9))) == PushNoted::forward);
    CHECK(acked(test) == 5);
    CHECK(value_of(note_push(test.hall(), receipt(6, 8, 7))) == PushNoted::forward);
    CHECK(acked(test) == 7);
    CHECK(value_of(note_push(test.hall(), receipt(8, 8, 7))) == PushNoted::nothing_new);
    // An answer that comes twice, or an older one.
    CHECK(value_of(note_push(test.hall(), receipt(1, 5, 7))) == PushNoted::forward);
    CHECK(acked(test) == 7);
    CHECK(value_of(note_push(test.hall(), receipt(8, 9, 3))) == PushNoted::look_closely);
    CHECK(acked(test) == 7);
    // Behind a gap nothing counts.
    CHECK(value_of(note_push(test.hall(), receipt(12, 14, 14))) == PushNoted::nothing_new);
    CHECK(acked(test) == 7);
}

TEST_CASE("what is durable never reaches beyond what was taken") {
    TestHall test;
    join_district(test.hall(), "https://d.example");
    take_numbers(test, 20);
    value_of(note_push(test.hall(), {1, 5, 5, 100, first_incarnation}));
    CHECK(value_of(read_link(test.hall())).link.durable_through == 5);
    value_of(note_push(test.hall(), {6, 9, 9, 2, first_incarnation}));
    CHECK(value_of(read_link(test.hall())).link.durable_through == 5);
}

TEST_CASE("a district that misses entries gets them again from there; no other word moves back") {
    TestHall test;
    join_district(test.hall(), "https://d.example");
    take_numbers(test, 20);
    value_of(note_push(test.hall(), receipt(1, 15, 15)));
    CHECK_FALSE(value_of(note_gap(test.hall(), 15)));
    CHECK_FALSE(value_of(note_gap(test.hall(), 99)));
    CHECK_FALSE(value_of(note_gap(test.hall(), -1)));
    CHECK(acked(test) == 15);
    CHECK(value_of(note_gap(test.hall(), 4)));
    CHECK(acked(test) == 4);
    CHECK(value_of(read_link(test.hall())).link.durable_through == 4);
    CHECK(value_of(read_outbox(test.hall(), {})).first == 5);
}
