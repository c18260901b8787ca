// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <condition_variable>
#include <mutex>

#include "hall/acts/keep_staff.h"
#include "tests/console/event_reader.h"
#include "tests/console/test_console.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("a change, whoever makes it, reaches every open page at once") {
    TestConsole console;
    auto one = console.signed_in("clerk1", {3});
    auto two = console.signed_in("clerk2");
    EventReader first(console.base(), one->cookie()), second(console.base(), two->cookie());
    const Json at_once = first.next("hall");
    CHECK(at_once.at("line").empty());
    CHECK(console.document().check_response("hall", 200, at_once.dump()) == "");
    second.next("hall");

    console.hall.take("old-age-allowance");  // another program
    const auto one_waits = [](const Json& hall) { return hall.at("line").size() == 1; };
    first.until("hall", one_waits);
    second.until("hall", one_waits);
    REQUIRE(console.order(*one, 3, "next", "").status == 200);
    const Json called = second.until("hall", [](const Json& hall) { return hall.at("line").empty(); });
    CHECK(called.at("counters").at(2).at("in_hand").at("code") == "A001");
}

TEST_CASE("a beat says that what is shown is fresh, and not while the records cannot be read") {
    TestConsole console;
    auto clerk = console.signed_in("clerk1");
    EventReader events(console.base(), clerk->cookie());
    events.next("hall");
    console.hall.clock.pass_seconds(2);
    const Json beat = events.next("beat");
    CHECK(beat.at("now_ms") == console.hall.clock.wall_ms());
}

TEST_CASE("a session that is locked or ended is told so, and its stream ends") {
    TestConsole console;
    auto clerk = console.signed_in("clerk1");
    EventReader events(console.base(), clerk->cookie());
    events.next("hall");
    SECTION("by idleness") {
        console.hall.clock.pass_minutes(11);
        CHECK(events.next("session").at("state") == "locked");
    }
    SECTION("by signing out") {
        CHECK(clerk->erase("/api/session").status == 204);
        CHECK(events.next("session").at("state") == "ended");
    }
    CHECK(events.ended());
}

TEST_CASE("no page gets events without a session, and none of a locked one") {
    TestConsole console;
    ApiClient nobody(console.base());
    CHECK(nobody.get("/api/events").why() == "not_signed_in");
    auto clerk = console.signed_in("clerk1");
    console.hall.clock.pass_minutes(11);
    CHECK(clerk->get("/api/events").why() == "locked");
}
