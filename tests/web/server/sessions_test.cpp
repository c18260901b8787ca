// SPDX-License-Identifier: Apache-2.0
#include "web/server/sessions.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/fake_clock.h"

using namespace linli;
using namespace linli::web;
using linli::support::FakeClock;

namespace {

SessionData person(const std::string& account) { return {account, "Name of " + account, "clerk", false, {{"a", "b"}}}; }

/// A sessions table with a clock that the test moves.
struct Table {
    explicit Table(SessionLimits limits = {}) : sessions(clock, limits) { start_crypto(); }
    FakeClock clock;
    Sessions sessions;
};

}  // namespace

TEST_CASE("a session is found by its token and by no other") {
    Table table;
    const auto opened = table.sessions.open(person("wang"));
    REQUIRE(opened);
    CHECK(opened->token.size() == 64);
    CHECK(opened->session.csrf.size() == 64);
    CHECK(opened->session.csrf != opened->token);
    const auto found = table.sessions.find(opened->token);
    REQUIRE(found);
    CHECK(found->data.account == "wang");
    CHECK(found->data.extra.at("a") == "b");
    CHECK_FALSE(found->locked);
    std::string other = opened->token;
    other[0] = other[0] == 'a' ? 'b' : 'a';
    for (const std::string& token : {other, std::string{}, opened->session.id, opened->token + "0"})
        CHECK_FALSE(table.sessions.find(token));
    CHECK(table.sessions.find_id(opened->session.id)->data.account == "wang");
    CHECK(csrf_matches(*found, opened->session.csrf));
    CHECK_FALSE(csrf_matches(*found, ""));
    CHECK_FALSE(csrf_matches(*found, opened->token));
}

TEST_CASE("ten idle minutes lock a session, whatever the wall clock says") {
    Table table;
    const auto opened = table.sessions.open(person("wang"));
    table.clock.move_wall_hours(48);
    CHECK_FALSE(table.sessions.find(opened->token)->locked);
    table.clock.move_wall_hours(-96);
    table.clock.pass_minutes(9);
    CHECK(table.sessions.find(opened->token)->idle_left_ms == 60'000);
    CHECK_FALSE(table.sessions.touch(opened->token)->locked);
    table.clock.pass_ms(10 * 60'000 - 1);
    CHECK_FALSE(table.sessions.find(opened->token)->locked);
    table.clock.pass_ms(1);
    CHECK(table.sessions.find(opened->token)->locked);
    // Being asked for does not open it again, nor does a touch.
    CHECK(table.sessions.touch(opened->token)->locked);
    CHECK(table.sessions.find(opened->token)->locked);
}

TEST_CASE("unlocking gives a new token, and the old one opens nothing") {
    Table table;
    const auto opened = table.sessions.open(person("wang"));
    CHECK(table.sessions.lock(opened->token));
    CHECK(table.sessions.find(opened->token)->locked);
    const auto unlocked = table.sessions.unlock(opened->token);
    REQUIRE(unlocked);
    CHECK(unlocked->token != opened->token);
    CHECK(unlocked->session.id == opened->session.id);
    CHECK(unlocked->session.csrf == opened->session.csrf);
    CHECK_FALSE(unlocked->session.locked);
    CHECK_FALSE(table.sessions.find(opened->token));
    CHECK(table.sessions.find(unlocked->token));
}

TEST_CASE("a session ends after twelve hours, however busy") {
    Table table;
    const auto opened = table.sessions.open(person("wang"));
    for (int i = 0; i < 12 * 12 - 1; ++i) {
        table.clock.pass_minutes(5);
        REQUIRE(table.sessions.touch(opened->token));
    }
    table.clock.pass_minutes(5);
    CHECK_FALSE(table.sessions.find(opened->token));
    CHECK_FALSE(table.sessions.unlock(opened->token));
    CHECK(table.sessions.sweep().ended == std::vector<std::string>{opened->session.id});
    CHECK(table.sessions.sweep().ended.empty());
    CHECK(table.sessions.size() == 0);
}

TEST_CASE("sweeping tells each lock once, and again after an unlock") {
    Table table;
    const auto opened = table.sessions.open(person("wang"));
    CHECK(table.sessions.sweep().locked.empty());
    table.clock.pass_minutes(10);
    CHECK(table.sessions.sweep().locked == std::vector<std::string>{opened->session.id});
    CHECK(table.sessions.sweep().locked.empty());
    REQUIRE(table.sessions.unlock(opened->token));
    table.clock.pass_minutes(10);
    CHECK(table.sessions.sweep().locked.size() == 1);
}

TEST_CASE("an account has so many sessions and no more, and locked ones give way") {
    SessionLimits limits;
    limits.per_account_max = 2;
    limits.sessions_max = 3;
    Table table(limits);
    const auto first = table.sessions.open(person("wang"));
    table.clock.pass_minutes(5);
    const auto second = table.sessions.open(person("wang"));
    CHECK_FALSE(table.sessions.open(person("wang")));
    CHECK(table.sessions.open(person("li")));
    CHECK_FALSE(table.sessions.open(person("zhao")));
    table.clock.pass_minutes(6);
    CHECK(table.sessions.open(person("wang")));
    CHECK_FALSE(table.sessions.find(first->token));
    CHECK(table.sessions.find(second->token));
    CHECK(table.sessions.sweep().ended == std::vector<std::string>{first->session.id});
}

TEST_CASE("ending one, all of an account, or all but one") {
    Table table;
    const auto one = table.sessions.open(person("wang"));
    const auto two = table.sessions.open(person("wang"));
    const auto three = table.sessions.open(person("wang"));
    const auto other = table.sessions.open(person("li"));
    CHECK(table.sessions.end(one->token));
    CHECK_FALSE(table.sessions.end(one->token));
    CHECK(table.sessions.end_account("wang", two->token) == std::vector<std::string>{three->session.id});
    CHECK(table.sessions.find(two->token));
    CHECK(table.sessions.end_account("wang").size() == 1);
    CHECK(table.sessions.all().size() == 1);
    CHECK(table.sessions.find(other->token));
}

TEST_CASE("a changed role is seen by every session of the account") {
    Table table;
    const auto one = table.sessions.open(person("wang"));
    const auto other = table.sessions.open(person("li"));
    table.sessions.change_account("wang", "New name", "supervisor");
    CHECK(table.sessions.find(one->token)->data.role == "supervisor");
    CHECK(table.sessions.find(one->token)->data.name == "New name");
    CHECK(table.sessions.find(other->token)->data.role == "clerk");
    SessionData data = one->session.data;
    data.must_change_password = true;
    CHECK(table.sessions.change(one->token, data));
    CHECK(table.sessions.find(one->token)->data.must_change_password);
    CHECK_FALSE(table.sessions.change("nobody's", data));
}

TEST_CASE("sessions live through a restart of the program, and not of the machine") {
    Table table;
    const auto opened = table.sessions.open(person("wang"));
    const auto locked = table.sessions.open(person("li"));
    table.sessions.lock(locked->token);
    table.clock.pass_minutes(4);
    const std::string kept = table.sessions.export_entries();
    CHECK(kept.find(opened->token) == std::string::npos);

    Sessions again(table.clock);
    CHECK(again.import_entries(kept) == 2);
    CHECK(again.find(opened->token)->data.name == "Name of wang");
    CHECK(again.find(opened->token)->csrf == opened->session.csrf);
    CHECK(again.find(opened->token)->idle_left_ms == 6 * 60'000);
    CHECK(again.find(locked->token)->locked);

    Sessions late(table.clock);
    table.clock.pass_hours(12);
    CHECK(late.import_entries(kept) == 0);
    table.clock.restart("second boot", table.clock.wall_ms());
    Sessions other_boot(table.clock);
    CHECK(other_boot.import_entries(kept) == 0);
    for (const std::string& bad : {std::string{}, kept.substr(0, kept.size() / 2), std::string("[]"),
                                   std::string(R"({"version":1})"), std::string("{}")})
        CHECK(other_boot.import_entries(bad) == 0);
}

TEST_CASE("the cookie is out of scripts' and other sites' reach") {
    CHECK(session_cookie("abc", CookieSafety::clear) == "linli_session=abc; HttpOnly; SameSite=Strict; Path=/");
    CHECK(session_cookie("abc", CookieSafety::secure) ==
          "linli_session=abc; HttpOnly; SameSite=Strict; Path=/; Secure");
    CHECK(forgotten_session_cookie(CookieSafety::clear).find("Max-Age=0") != std::string::npos);
}
