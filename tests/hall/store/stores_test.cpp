// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("the box's own row comes back as it was saved, with its day's date") {
    TestHall test;
    BoxStore& store = test.stores().box;
    Box box = value_of(store.load());
    CHECK(box.person_key.size() == 32);
    CHECK(box.mark.day.date == LocalDate{2026, 11, 23});
    CHECK(box.mark.seen_date == box.mark.day.date);
    box.journal_seq = 99;
    box.journal_chain = std::string("\0chain\xff", 7);
    box.mark.day.id = value_of(store.add_service_day({2026, 11, 24}, 5));
    box.mark.seen_date = {2020, 1, 1};
    box.mark.mark = {77, {1, 2, "boot"}};
    REQUIRE(store.save(box).has_value());
    const Box again = value_of(store.load());
    CHECK(again.box_id == box.box_id);
    CHECK(again.person_key == box.person_key);
    CHECK(again.journal_seq == 99);
    CHECK(again.journal_chain == box.journal_chain);
    CHECK(again.mark.day.id == 2);
    CHECK(again.mark.day.date == LocalDate{2026, 11, 24});
    CHECK(again.mark.seen_date == LocalDate{2020, 1, 1});
    CHECK(again.mark.mark.steady_ms == 77);
    CHECK(again.mark.mark.reading.wall_ms == 1);
    CHECK(again.mark.mark.reading.boot_ms == 2);
    CHECK(again.mark.mark.reading.boot_id == "boot");
}

TEST_CASE("a database without its own row was never set up") {
    TestHall test;
    test.run("DELETE FROM box");
    CHECK(error_of(test.stores().box.load()) == "corrupt");
}

TEST_CASE("what visits taught comes back cell by cell, and an unknown cell is empty") {
    TestHall test;
    VisitStore& store = test.stores().visits;
    VisitStore::Cell cell = value_of(store.find("senior-card", 9, 2));
    CHECK(cell.sample.weight == 0);
    CHECK(cell.updated_ms == 0);
    cell.sample.weight = 2.5;
    cell.sample.sum_minutes = 20.25;
    cell.sample.sum_squared_minutes = 200.5;
    cell.updated_ms = 12345;
    REQUIRE(store.save(cell).has_value());
    cell.sample.weight = 3.5;
    REQUIRE(store.save(cell).has_value());
    const VisitStore::Cell again = value_of(store.find("senior-card", 9, 2));
    CHECK(again.sample.weight == 3.5);
    CHECK(again.sample.sum_minutes == 20.25);
    CHECK(again.sample.sum_squared_minutes == 200.5);
    CHECK(again.updated_ms == 12345);
    CHECK(value_of(store.find("senior-card", 10, 2)).sample.weight == 0);
    CHECK(value_of(store.all()).size() == 1);
}

TEST_CASE("the journal is read from any place on, until the reader has enough") {
    TestHall test;
    for (int i = 0; i < 5; ++i) test.take("senior-card");
    std::vector<std::int64_t> seen;
    REQUIRE(test.stores()
                .journal
                .each(3,
                      [&](const JournalRow& row) {
                          seen.push_back(row.seq);
                          return seen.size() < 3;
                      })
                .has_value());
    CHECK(seen == std::vector<std::int64_t>{3, 4, 5});
    // The reader that stopped early holds nothing: others can write and read.
    test.take("senior-card");
    CHECK_FALSE(test.stores().journal.append({3, "k", "s", "{}", "c"}).has_value());
}
