// SPDX-License-Identifier: Apache-2.0
#include "web/server/sessions.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/fake_clock.h"

using namespace linli::support;
using namespace linli::web;

namespace {

constexpr std::int64_t minute = 60'000, idle_max = 10 * minute;

Session session(const std::string& key, std::int64_t idle_ms = 0) {
    Session made;
    made.key = key;
    made.account = "account-of-" + key;
    made.role = "clerk";
    made.idle_ms = idle_ms;
    return made;
}

}  // namespace

TEST_CASE("a session is locked by idleness at the minute, told once, and by no wall clock") {
    FakeClock clock;
    Sessions sessions(clock, idle_max);
    sessions.put(session("a"));
    clock.move_wall_hours(50);
    clock.pass_ms(idle_max - 1);
    CHECK_FALSE(sessions.find("a")->locked);
    CHECK(sessions.lock_idle().empty());
    clock.pass_ms(1);
    CHECK(sessions.find("a")->locked);  // also before anybody looked
    CHECK(sessions.lock_idle() == std::vector<std::string>{"a"});
    CHECK(sessions.lock_idle().empty());
    sessions.touch("a");
    CHECK(sessions.find("a")->locked);
    CHECK_FALSE(sessions.find("b"));
}

TEST_CASE("somebody's being there begins the idle time anew, and a restart does not") {
    FakeClock clock;
    Sessions sessions(clock, idle_max);
    sessions.put(session("a", 4 * minute));
    clock.pass_ms(5 * minute);
    CHECK(sessions.find("a")->idle_ms == 9 * minute);
    sessions.touch("a");
    clock.pass_ms(9 * minute);
    CHECK_FALSE(sessions.find("a")->locked);
}

TEST_CASE("what the records say is taken over: names, locks, ends and newcomers") {
    FakeClock clock;
    Sessions sessions(clock, idle_max);
    sessions.put(session("stays"));
    sessions.put(session("ends"));
    sessions.put(session("locked"));
    Session renamed = session("stays"), locked = session("locked");
    renamed.name = "another name";
    locked.locked = true;
    const auto done = sessions.reconcile({renamed, locked, session("new")}, sessions.generation());
    CHECK(done.ended == std::vector<std::string>{"ends"});
    CHECK(done.locked == std::vector<std::string>{"locked"});
    CHECK(sessions.find("stays")->name == "another name");
    CHECK(sessions.find("new"));
    CHECK(sessions.reconcile({renamed, locked}, sessions.generation()).locked.empty());
}

TEST_CASE("what happens while the records are read is newer than they are") {
    FakeClock clock;
    Sessions sessions(clock, idle_max);
    sessions.put(session("out"));
    Session locked = session("unlocked");
    locked.locked = true;
    sessions.put(locked);
    const std::uint64_t as_of = sessions.generation();
    // The records were read here, and then:
    sessions.put(session("in"));
    sessions.end("out");
    sessions.put(session("unlocked"));
    const auto done = sessions.reconcile({session("out"), locked}, as_of);
    CHECK(done.ended.empty());
    CHECK(done.locked.empty());
    CHECK(sessions.find("in"));
    CHECK_FALSE(sessions.find("out"));
    CHECK_FALSE(sessions.find("unlocked")->locked);
    // The next time it is the records' word again.
    CHECK(sessions.reconcile({session("unlocked")}, sessions.generation()).ended == std::vector<std::string>{"in"});
}

TEST_CASE("a session's cookie is out of reach for scripts and other sites") {
    CHECK(session_cookie("t0ken", CookieSafety::secure) ==
          "linli_session=t0ken; Path=/; HttpOnly; SameSite=Strict; Secure");
    CHECK(session_cookie("t0ken", CookieSafety::clear).find("Secure") == std::string::npos);
    CHECK(forgotten_session_cookie(CookieSafety::clear).find("Max-Age=0") != std::string::npos);
}
