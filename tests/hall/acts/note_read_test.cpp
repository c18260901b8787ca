// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/note_read.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

const std::string allowance = "old-age-allowance", card = "senior-card", duties = "staff-duties";
constexpr std::int64_t ten_days_hours = 240, ninety_days_hours = 2160;

std::int64_t rows(TestHall& test) { return test.count("SELECT count(*) FROM document_read"); }

}  // namespace

TEST_CASE("documents that are opened are counted by month, and the journal knows nothing of them") {
    TestHall test;
    const auto entries = test.journal().size();
    for (const auto& id : {card, allowance, card, duties}) REQUIRE(note_read(test.hall(), id).has_value());
    test.clock.pass_hours(ten_days_hours);
    REQUIRE(note_read(test.hall(), allowance).has_value());
    const auto found = value_of(show_reads(test.hall()));
    REQUIRE(found.size() == 4);
    CHECK(found[0].month == 12);
    CHECK(found[0].id == allowance);
    CHECK(found[1].year == 2026);
    CHECK(found[1].month == 11);
    CHECK(found[1].id == card);
    CHECK(found[1].times == 2);
    CHECK(value_of(reads_lately(test.hall())) ==
          std::map<std::string, std::int64_t>{{allowance, 2}, {card, 2}, {duties, 1}});
    CHECK(test.journal().size() == entries);
}

TEST_CASE("only the last three months say what is read most, and after thirteen a count goes") {
    TestHall test;
    test.run(
        "INSERT INTO document_read VALUES (202609, 'senior-card', 5), (202608, 'senior-card', 70), "
        "(202511, 'senior-card', 1), (202510, 'senior-card', 9)");
    CHECK(value_of(reads_lately(test.hall())) == std::map<std::string, std::int64_t>{{card, 5}});
    REQUIRE(note_read(test.hall(), card).has_value());
    CHECK(rows(test) == 4);
    CHECK(test.count("SELECT count(*) FROM document_read WHERE month = 202510") == 0);
    test.clock.pass_hours(ninety_days_hours);
    CHECK(value_of(reads_lately(test.hall())).empty());
}

TEST_CASE("what is no document is not counted") {
    TestHall test;
    for (const char* id : {"", "nothing", "110101199003070011"}) {
        const auto noted = note_read(test.hall(), id);
        REQUIRE_FALSE(noted.has_value());
        CHECK(noted.error().code == ErrorCode::invalid_input);
    }
    CHECK(rows(test) == 0);
}
