// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/hall.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/verify_journal.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("a new hall has its content, its first day and a journal that begins with it") {
    TestHall test;
    CHECK(value_of(test.hall().content())->matters.size() > 40);
    const auto journal = test.journal();
    REQUIRE(journal.size() == 2);
    CHECK(journal[0].kind == "day.opened");
    CHECK(journal[1].kind == "hall.created");
    CHECK(journal[1].subject.starts_with("box:"));
    CHECK(journal[1].actor == "test");
    CHECK(test.hall().zone().name() == "Asia/Shanghai");
    CHECK(test.hall().local_now().hour_minute() == "10:00");
}

TEST_CASE("a hall is never made over another one") {
    TestHall test;
    test.take("senior-card");
    CHECK(error_of(Hall::create(test.database(), test.clock, Actor{"test"}, embedded_content())) == "invalid_input");
    test.reopen();
    CHECK(test.codes_in_line().size() == 1);
}

TEST_CASE("content with a fault makes no hall and leaves no file") {
    const TempFolder folder;
    const FakeClock clock(shanghai("2026-11-23", 10));
    ContentDocuments documents = embedded_content();
    documents["counters.json"] = "[]";
    CHECK(error_of(Hall::create(folder.file("hall.db"), clock, Actor{"test"}, documents)) == "invalid_content");
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a hall that is not there is not made by opening it") {
    const TempFolder folder;
    const FakeClock clock(0);
    CHECK(error_of(Hall::open(folder.file("hall.db"), clock, Actor{"test"})) == "missing");
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("what an earlier try left behind when the power went is in nobody's way") {
    const TempFolder folder;
    const FakeClock clock(shanghai("2026-11-23", 10));
    for (const char* part : {"", "-wal", "-shm"})
        write_file(folder.file(std::string("hall.db.unfinished") + part), "cut off");
    const auto hall = Hall::create(folder.file("hall.db"), clock, Actor{"test"}, embedded_content());
    INFO((hall ? "" : hall.error().message));
    REQUIRE(hall.has_value());
    CHECK_FALSE(value_of(verify_journal(**hall)).fault.has_value());
    CHECK_FALSE(std::filesystem::exists(folder.file("hall.db.unfinished")));
    CHECK_FALSE(std::filesystem::exists(folder.file("hall.db.unfinished-wal")));
}
