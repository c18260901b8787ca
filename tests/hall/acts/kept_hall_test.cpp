// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/kept_hall.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

using Look = KeptHall::Look;

TEST_CASE("a hall that is not there yet is looked for again after a while, not at every round") {
    const TempFolder folder;
    FakeClock clock(shanghai("2026-11-23", 10));
    const auto database = folder.file("hall.db");
    KeptHall kept({.database = database, .clock = clock, .place = "test", .retry_ms = 2'000});
    CHECK(kept.look() == Look::failed);
    CHECK(kept.error().code == ErrorCode::missing);
    CHECK_FALSE(kept);
    value_of(Hall::create(database, clock, Actor{"test"}, embedded_content())).reset();
    clock.pass_ms(1'999);
    CHECK(kept.look() == Look::waiting);
    clock.pass_ms(1);
    CHECK(kept.look() == Look::opened);
    CHECK(kept->content().has_value());
    CHECK(kept.look() == Look::same);
}

TEST_CASE("a backup that is put back in the place of the database is opened at once") {
    TestHall test;
    KeptHall kept({.database = test.database(), .clock = test.clock, .place = "test"});
    REQUIRE(kept.look() == Look::opened);
    const TempFolder folder;
    value_of(Hall::create(folder.file("hall.db"), test.clock, Actor{"test"}, embedded_content())).reset();
    std::filesystem::rename(folder.file("hall.db"), test.database());
    CHECK(kept.look() == Look::opened);
    CHECK(kept.look() == Look::same);
}

TEST_CASE("a hall that cannot be read is opened again, once in a while at most") {
    TestHall test;
    KeptHall kept({.database = test.database(), .clock = test.clock, .place = "test", .retry_ms = 2'000});
    REQUIRE(kept.look() == Look::opened);
    kept.drop();
    CHECK_FALSE(kept);
    CHECK(kept.look() == Look::waiting);
    test.clock.pass_ms(2'000);
    CHECK(kept.look() == Look::opened);
}
