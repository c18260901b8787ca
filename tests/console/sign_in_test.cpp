// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "hall/acts/keep_staff.h"
#include "tests/console/test_console.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("the door says whether things work and never who works or waits") {
    TestConsole console;
    console.hall.take("old-age-allowance");
    auto clerk = console.signed_in("clerk1", {3});
    ApiClient anybody(console.base());
    // The door's page is made anew every two seconds.
    Reply reply;
    for (int tries = 0; tries < 100; ++tries) {
        reply = anybody.get("/api/front");
        if (reply.body.find("\"held\":true") != std::string::npos) break;
        console.hall.clock.pass_ms(100);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    REQUIRE(reply.status == 200);
    CHECK(reply.body.find("\"held\":true") != std::string::npos);
    CHECK(console.document().check_response("front", 200, reply.body) == "");
    const Json front = reply.json();
    CHECK(front.at("working") == true);
    CHECK(front.at("counters").size() == 5);
    CHECK(reply.body.find("clerk1") == std::string::npos);
    CHECK(reply.body.find("演示") == std::string::npos);
    CHECK(reply.body.find("A001") == std::string::npos);
}

TEST_CASE("who signs in holds the counters, has a cookie that scripts cannot read, and a token") {
    TestConsole console;
    ApiClient client(console.base());
    const Reply reply = client.sign_in("clerk1", demo_password, {3, 4});
    REQUIRE(reply.status == 200);
    CHECK(console.document().check_response("sign_in", 200, reply.body) == "");
    CHECK(reply.json().at("counters") == Json::array({3, 4}));
    CHECK(reply.headers.find("HttpOnly") != std::string::npos);
    CHECK(reply.headers.find("SameSite=Strict") != std::string::npos);
    CHECK(reply.headers.find("Secure") == std::string::npos);  // clear text, on this machine alone
    CHECK(client.get("/api/session").json().at("account") == "clerk1");

    SECTION("a counter that somebody holds is not taken from them") {
        ApiClient other(console.base());
        const Json session = other.sign_in("clerk2", demo_password, {3, 5}).json();
        CHECK(session.at("counters") == Json::array({5}));
        CHECK(session.at("counters_refused") == Json::array({3}));
    }
    SECTION("after signing out nothing is held, and the cookie is worth nothing") {
        const std::string cookie = client.cookie();
        CHECK(client.erase("/api/session").status == 204);
        ApiClient thief(console.base());
        thief.set_cookie(cookie);
        CHECK(thief.get("/api/hall").why() == "not_signed_in");
        auto other = console.signed_in("clerk2", {3});
        CHECK(other->get("/api/session").json().at("counters") == Json::array({3}));
    }
}

TEST_CASE("a wrong password says how often it may be tried, and the fifth locks for half an hour") {
    TestConsole console;
    ApiClient client(console.base());
    for (int left = 4; left > 0; --left) {
        const Reply reply = client.sign_in("clerk1", "wrong-password");
        CHECK(reply.status == 401);
        CHECK(reply.why() == "wrong_password");
        CHECK(reply.json().at("tries_left") == left);
        CHECK(console.document().check_response("sign_in", reply.status, reply.body) == "");
    }
    client.sign_in("clerk1", "wrong-password");
    const Reply locked = client.sign_in("clerk1", demo_password);
    CHECK(locked.why() == "account_locked");
    CHECK(locked.json().at("locked_until_ms") > console.hall.clock.wall_ms());
    console.hall.clock.pass_minutes(31);
    CHECK(client.sign_in("clerk1", demo_password).status == 200);
}

TEST_CASE("a first password opens nothing but its own change") {
    TestConsole console;
    const auto made =
        done(add_staff(console.hall.hall(), {.account = "newcomer", .name = "新来的", .role = Role::clerk}));
    ApiClient client(console.base());
    const Reply in = client.sign_in("newcomer", made.password, {1});
    REQUIRE(in.status == 200);
    CHECK(in.json().at("must_change_password") == true);
    CHECK(in.json().at("counters").empty());
    CHECK(client.get("/api/hall").why() == "must_change_password");
    const auto change = [&](const char* to) {
        return client.put("/api/session/password", {{"old", made.password}, {"new", to}});
    };
    CHECK(change("short").why() == "password_too_short");
    CHECK(change("12345678").why() == "password_common");
    const Reply changed = change("a-long-enough-one");
    CHECK(changed.status == 200);
    CHECK(console.document().check_response("change_password", changed.status, changed.body) == "");
    CHECK(client.get("/api/hall").status == 200);
}

TEST_CASE("ten idle minutes lock the session and keep whoever is in hand") {
    TestConsole console;
    console.hall.take("old-age-allowance");
    auto client = console.signed_in("clerk1", {1, 3});
    const Reply called = console.order(*client, 3, "next", "");
    REQUIRE(called.status == 200);
    console.hall.clock.pass_minutes(9);
    CHECK(client->post("/api/session/stay").status == 204);
    console.hall.clock.pass_minutes(9);
    CHECK(client->get("/api/hall").status == 200);
    console.hall.clock.pass_minutes(2);
    CHECK(client->get("/api/hall").why() == "locked");
    CHECK(console.order(*client, 3, "serve", "A001").why() == "locked");
    CHECK(client->get("/api/session").json().at("locked") == true);
    // The watch closes the empty counter, and keeps the other.
    for (int tries = 0; tries < 100; ++tries) {
        if (client->get("/api/session").json().at("counters") == Json::array({3})) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    CHECK(client->get("/api/session").json().at("counters") == Json::array({3}));

    CHECK(client->post("/api/session/unlock", {{"password", "not-this-one"}}).why() == "wrong_password");
    const Reply unlocked = client->post("/api/session/unlock", {{"password", demo_password}});
    CHECK(unlocked.status == 200);
    CHECK(console.document().check_response("unlock", unlocked.status, unlocked.body) == "");
    CHECK(console.order(*client, 3, "serve", "A001").status == 200);
}

TEST_CASE("a wall clock that is set locks nobody out and keeps nobody in") {
    TestConsole console;
    auto client = console.signed_in("clerk1");
    console.hall.clock.move_wall_hours(30);
    CHECK(client->get("/api/hall").status == 200);
    console.hall.clock.pass_minutes(11);
    console.hall.clock.move_wall_hours(-40);
    CHECK(client->get("/api/hall").why() == "locked");
}

TEST_CASE("a password that is reset elsewhere ends the sessions within a second or so") {
    TestConsole console;
    auto client = console.signed_in("clerk1");
    done(reset_staff(console.hall.hall(), "clerk1"));
    Reply reply;
    for (int tries = 0; tries < 60; ++tries) {
        reply = client->get("/api/hall");
        if (reply.status != 200) break;
        console.hall.clock.pass_ms(50);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    CHECK(reply.why() == "not_signed_in");
}
