// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/keep_staff.h"
#include "hall/acts/sign_in.h"
#include "hall/acts/staff_sessions.h"
#include "tests/support/staff_hall.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("a first password must be changed, and then it is nobody's any more") {
    StaffHall test;
    const FirstPassword first = done(add_staff(test.hall(), {"wang.li", "演示员丙", Role::clerk}));
    const SignedIn in = done(sign_in(test.hall(), "wang.li", first.password));
    CHECK(in.member.must_change_password);
    const StaffMember changed =
        done(change_password(test.hall(), {in.session.key, first.password, "teapot-garden-52"}));
    CHECK_FALSE(changed.must_change_password);
    CHECK(refusal(sign_in(test.hall(), "wang.li", first.password)) == "wrong_password");
    CHECK_FALSE(done(sign_in(test.hall(), "wang.li", "teapot-garden-52")).member.must_change_password);
    REQUIRE(test.journal_of("staff.password_changed").size() == 1);
    CHECK(test.journal_of("staff.password_changed")[0].actor == "staff:wang.li");
}

TEST_CASE("a new password follows the rules, and a refused one changes nothing") {
    StaffHall test;
    const SignedIn in = test.signed_in("clerk1");
    const auto why_not = [&](const std::string& password) {
        return refusal(change_password(test.hall(), {in.session.key, demo_password, password}));
    };
    CHECK(why_not("short") == "password_too_short");
    CHECK(why_not(std::string(257, 'y')) == "password_too_long");
    CHECK(why_not(demo_password) == "password_same");
    CHECK(why_not("12345678") == "password_common");
    CHECK(why_not("") == "password_too_short");
    const SignedIn system = test.signed_in("supervisor");
    CHECK(refusal(change_password(test.hall(), {system.session.key, demo_password, "Supervisor"})) ==
          "password_is_account");
    CHECK(test.journal_of("staff.password_changed").empty());
    CHECK(test.journal_of("staff.sign_in_refused").empty());
    test.signed_in("clerk1");
}

TEST_CASE("a wrong old password counts, and locks like any other") {
    StaffHall test;
    const SignedIn in = test.signed_in("clerk1");
    const ChangePassword wanted{in.session.key, "not the password", "teapot-garden-52"};
    for (int left = 4; left >= 1; --left) CHECK(refused(change_password(test.hall(), wanted)).tries_left == left);
    CHECK(refusal(change_password(test.hall(), wanted)) == "account_locked");
    CHECK(refusal(sign_in(test.hall(), "clerk1", demo_password)) == "account_locked");
    CHECK(test.journal_of("staff.sign_in_refused").at(0).body.find("change_password") != std::string::npos);
}

TEST_CASE("changing it ends the account's other sessions and keeps this one") {
    StaffHall test;
    const SignedIn here = test.signed_in("clerk1");
    test.signed_in("clerk1");
    test.clock.pass_seconds(1);
    test.signed_in("clerk2");
    done(change_password(test.hall(), {here.session.key, demo_password, "teapot-garden-52"}));
    std::string who;
    for (const LiveSession& live : value_of(live_sessions(test.hall()))) {
        who += live.member.account + " ";
        if (live.member.account == "clerk1") CHECK(live.session.key == here.session.key);
    }
    CHECK(who == "clerk1 clerk2 ");
}

TEST_CASE("without a session nobody changes a password") {
    StaffHall test;
    const SignedIn in = test.signed_in("clerk1");
    REQUIRE(value_of(sign_out(test.hall(), in.session.key)));
    CHECK(refusal(change_password(test.hall(), {in.session.key, demo_password, "teapot-garden-52"})) ==
          "session_ended");
    CHECK(refusal(change_password(test.hall(), {"", demo_password, "teapot-garden-52"})) == "session_ended");
    test.signed_in("clerk1");
}
