// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/staff_sessions.h"

#include "hall/acts/keep_staff.h"
#include "hall/acts/sign_in.h"
#include "tests/support/staff_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

LiveSession only_session(StaffHall& test) {
    const auto live = value_of(live_sessions(test.hall()));
    REQUIRE(live.size() == 1);
    return live[0];
}

}  // namespace

TEST_CASE("a restarted program finds who is signed in, and how long nobody did anything") {
    StaffHall test;
    const SignedIn in = test.signed_in("clerk1");
    test.clock.pass_minutes(4);
    test.reopen();
    CHECK(only_session(test).session.key == session_key(in.token));
    CHECK(only_session(test).session.state == SessionState::open);
    CHECK(only_session(test).idle_ms == 4 * 60'000);
    REQUIRE(note_seen(test.hall(), {{in.session.key, 60'000}, {"no such key", 0}}).has_value());
    CHECK(only_session(test).idle_ms == 60'000);
    // Never back.
    REQUIRE(note_seen(test.hall(), {{in.session.key, 200'000}}).has_value());
    CHECK(only_session(test).idle_ms == 60'000);
}

TEST_CASE("a wall clock that is moved changes nothing about sessions") {
    StaffHall test;
    test.signed_in("clerk1");
    for (const int hours : {400, -800}) {
        test.clock.move_wall_hours(hours);
        CHECK(only_session(test).idle_ms == 0);
        CHECK(value_of(end_old_sessions(test.hall())) == 0);
    }
}

TEST_CASE("an idle session is locked, which the journal notes once, and unlocked by the password") {
    StaffHall test;
    const SignedIn in = test.signed_in("clerk1");
    test.clock.pass_minutes(10);
    CHECK(value_of(lock_session(test.hall(), in.session.key)));
    CHECK_FALSE(value_of(lock_session(test.hall(), in.session.key)));
    CHECK(only_session(test).session.state == SessionState::locked);
    REQUIRE(test.journal_of("staff.session_locked").size() == 1);
    CHECK(test.journal_of("staff.session_locked")[0].actor == "test");
    CHECK(refused(unlock_session(test.hall(), in.session.key, "x")).tries_left == 4);
    CHECK(only_session(test).session.state == SessionState::locked);
    CHECK(done(unlock_session(test.hall(), in.session.key, demo_password)).account == "clerk1");
    CHECK(only_session(test).session.state == SessionState::open);
    CHECK(only_session(test).idle_ms == 0);
    REQUIRE(test.journal_of("staff.session_unlocked").size() == 1);
    CHECK(test.journal_of("staff.session_unlocked")[0].actor == "staff:clerk1");
}

TEST_CASE("wrong passwords at a locked session lock the account as at the door") {
    StaffHall test;
    const SignedIn in = test.signed_in("clerk1");
    CHECK(value_of(lock_session(test.hall(), in.session.key)));
    for (int i = 0; i < 4; ++i) CHECK(refusal(unlock_session(test.hall(), in.session.key, "x")) == "wrong_password");
    CHECK(refusal(unlock_session(test.hall(), in.session.key, "x")) == "account_locked");
    CHECK(refusal(unlock_session(test.hall(), in.session.key, demo_password)) == "account_locked");
    test.clock.pass_minutes(30);
    done(unlock_session(test.hall(), in.session.key, demo_password));
}

TEST_CASE("after a restart of the machine sessions are locked, whatever is said of them, until the password comes") {
    StaffHall test;
    const SignedIn in = test.signed_in("clerk1");
    test.clock.restart("second boot", test.clock.wall_ms() + 60'000);
    test.reopen();
    CHECK(only_session(test).session.state == SessionState::locked);
    REQUIRE(note_seen(test.hall(), {{in.session.key, 0}}).has_value());
    CHECK(only_session(test).session.state == SessionState::locked);
    done(unlock_session(test.hall(), in.session.key, demo_password));
    CHECK(only_session(test).session.state == SessionState::open);
}

TEST_CASE("signing out ends the session, in the member's name, once") {
    StaffHall test;
    const SignedIn in = test.signed_in("clerk1");
    CHECK(value_of(sign_out(test.hall(), in.session.key)));
    CHECK_FALSE(value_of(sign_out(test.hall(), in.session.key)));
    CHECK(value_of(live_sessions(test.hall())).empty());
    CHECK(refusal(unlock_session(test.hall(), in.session.key, demo_password)) == "session_ended");
    REQUIRE(test.journal_of("staff.signed_out").size() == 1);
    CHECK(test.journal_of("staff.signed_out")[0].actor == "staff:clerk1");
}

TEST_CASE("a session ends after fourteen hours, used or not") {
    StaffHall test;
    const SignedIn in = test.signed_in("clerk1");
    test.clock.pass_ms(session_ms_max);
    CHECK(value_of(end_old_sessions(test.hall())) == 0);
    const SignedIn later = test.signed_in("clerk2");
    test.clock.pass_ms(1);
    CHECK(only_session(test).member.account == "clerk2");
    CHECK(refusal(unlock_session(test.hall(), in.session.key, demo_password)) == "session_ended");
    CHECK(value_of(end_old_sessions(test.hall())) == 1);
    CHECK(value_of(end_old_sessions(test.hall())) == 0);
    REQUIRE(test.journal_of("staff.signed_out").size() == 1);
    CHECK(test.journal_of("staff.signed_out")[0].subject == "staff:clerk1");
    CHECK(test.count("SELECT count(*) FROM staff_session") == 1);
}

TEST_CASE("a ninth session ends the account's oldest") {
    StaffHall test;
    const SignedIn oldest = test.signed_in("clerk1");
    for (int i = 0; i < 8; ++i) {
        test.clock.pass_seconds(1);
        test.signed_in("clerk1");
    }
    const auto live = value_of(live_sessions(test.hall()));
    CHECK(live.size() == sessions_of_account_max);
    for (const LiveSession& one : live) CHECK(one.session.key != oldest.session.key);
    CHECK(test.journal_of("staff.signed_out").size() == 1);
}

TEST_CASE("another program's reset is seen by who asks for the live sessions") {
    StaffHall test;
    test.signed_in("clerk1");
    test.signed_in("clerk2");
    const std::int64_t mark = value_of(test.hall().change_mark());
    done(reset_staff(*test.another(), "clerk1"));
    CHECK(value_of(test.hall().change_mark()) != mark);
    CHECK(only_session(test).member.account == "clerk2");
}
