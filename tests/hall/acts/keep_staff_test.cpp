// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/keep_staff.h"

#include "hall/acts/open_counter.h"
#include "hall/acts/show_staff.h"
#include "hall/acts/sign_in.h"
#include "hall/acts/staff_sessions.h"
#include "hall/acts/verify_journal.h"
#include "tests/support/staff_hall.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("a new account signs in with its first password, and whoever made it is in the journal") {
    TestHall test;
    FirstPassword first;
    {
        const ActingAs acting(test.hall(), Actor{"staff:system"});
        first = done(add_staff(test.hall(), {"wang.li", "演示员丙", Role::clerk}));
    }
    CHECK(first.account == "wang.li");
    REQUIRE(test.journal_of("staff.added").size() == 1);
    CHECK(test.journal_of("staff.added")[0].actor == "staff:system");
    CHECK(test.journal_of("staff.added")[0].subject == "staff:wang.li");
    CHECK(test.hall().actor().name == "test");
    CHECK(done(sign_in(test.hall(), "wang.li", first.password)).member.name == "演示员丙");
}

TEST_CASE("an account is made once and properly named, or not at all") {
    TestHall test;
    done(add_staff(test.hall(), {"wang.li", "演示员丙", Role::clerk}));
    const auto entries = test.journal().size();
    CHECK(refusal(add_staff(test.hall(), {"wang.li", "演示员丁", Role::audit})) == "account_taken");
    CHECK(refusal(add_staff(test.hall(), {"Wang", "演示员丁", Role::audit})) == "bad_account");
    CHECK(refusal(add_staff(test.hall(), {"x'; --", "演示员丁", Role::audit})) == "bad_account");
    CHECK(refusal(add_staff(test.hall(), {"wang", " ", Role::audit})) == "bad_staff_name");
    CHECK(test.journal().size() == entries);
    CHECK(value_of(list_staff(test.hall())).size() == 1);
}

TEST_CASE("SQL and script in a name are a name") {
    TestHall test;
    for (const char* name :
         {"'; DROP TABLE staff; --", "<script>alert(1)</script>", "\"}],\"kind\":\"x", "\\u0000 \\"}) {
        INFO(name);
        const std::string account = "a" + std::to_string(value_of(list_staff(test.hall())).size() + 10);
        done(add_staff(test.hall(), {account, name, Role::clerk}));
        CHECK(value_of(show_staff(test.hall(), account)).value().name == name);
        done(change_staff(test.hall(), account, {.name = std::string(name) + "2"}));
        CHECK(value_of(show_staff(test.hall(), account)).value().name == std::string(name) + "2");
    }
    CHECK(value_of(list_staff(test.hall())).size() == 4);
    CHECK_FALSE(value_of(verify_journal(test.hall())).fault.has_value());
}

TEST_CASE("a reset unlocks, gives another password that must be changed, and ends the sessions") {
    StaffHall test;
    test.signed_in("clerk1");
    test.try_wrongly("clerk1", 5);
    const FirstPassword first = done(reset_staff(test.hall(), "clerk1"));
    CHECK(value_of(live_sessions(test.hall())).empty());
    CHECK_FALSE(test.member("clerk1").locked_until_ms.has_value());
    CHECK(refusal(sign_in(test.hall(), "clerk1", demo_password)) == "wrong_password");
    CHECK(done(sign_in(test.hall(), "clerk1", first.password)).member.must_change_password);
    CHECK(test.journal_of("staff.reset").at(0).body ==
          R"({"was_locked":"yes","tries_while_locked":0,"sessions_ended":1})");
    CHECK(refusal(reset_staff(test.hall(), "nobody")) == "unknown_account");
}

TEST_CASE("what is changed is changed alone, with before and after in the journal; nothing changed is no entry") {
    StaffHall test;
    test.signed_in("clerk1");
    CHECK(done(change_staff(test.hall(), "clerk1", {.name = "演示员戊"})).name == "演示员戊");
    CHECK(test.member("clerk1").role == Role::clerk);
    CHECK(value_of(live_sessions(test.hall())).size() == 1);
    CHECK(test.journal_of("staff.changed").at(0).body.find("演示员甲") != std::string::npos);
    done(change_staff(test.hall(), "clerk1", {.name = "演示员戊", .active = true, .role = Role::clerk}));
    done(change_staff(test.hall(), "clerk1", {}));
    CHECK(test.journal_of("staff.changed").size() == 1);
    CHECK(refusal(change_staff(test.hall(), "clerk1", {.name = "\n"})) == "bad_staff_name");
    CHECK(refusal(change_staff(test.hall(), "nobody", {.active = false})) == "unknown_account");
}

TEST_CASE("sessions end with the role that they were signed in with, and when the account is switched off") {
    StaffHall test;
    test.signed_in("clerk1");
    done(change_staff(test.hall(), "clerk1", {.role = Role::supervisor}));
    CHECK(value_of(live_sessions(test.hall())).empty());
    test.signed_in("clerk1");
    done(change_staff(test.hall(), "clerk1", {.active = false}));
    CHECK(value_of(live_sessions(test.hall())).empty());
    done(change_staff(test.hall(), "clerk1", {.active = true}));
    test.signed_in("clerk1");
}

TEST_CASE("the last who may sign in for system, or for security, stays so") {
    StaffHall test;
    for (const char* account : {"system", "security"}) {
        INFO(account);
        CHECK(refusal(change_staff(test.hall(), account, {.active = false})) == "last_of_role");
        CHECK(refusal(change_staff(test.hall(), account, {.role = Role::clerk})) == "last_of_role");
        CHECK(refusal(change_staff(test.hall(), account, {.role = Role::none})) == "last_of_role");
        done(change_staff(test.hall(), account, {.name = "演示员己"}));
    }
    done(change_staff(test.hall(), "audit", {.active = false}));
    done(change_staff(test.hall(), "clerk2", {.role = Role::system}));
    done(change_staff(test.hall(), "system", {.active = false}));
    CHECK(refusal(change_staff(test.hall(), "clerk2", {.role = Role::clerk})) == "last_of_role");
    // One that is off already cannot be the last.
    done(change_staff(test.hall(), "system", {.role = Role::clerk}));
}

TEST_CASE("two programs that make one account at once make it once") {
    TestHall test;
    auto other = test.another();
    std::atomic<int> made = 0;
    const auto add = [&](Hall& hall) {
        const auto added = add_staff(hall, {"wang.li", "演示员丙", Role::clerk});
        if (added && added->has_value()) ++made;
    };
    std::thread thread([&] { add(*other); });
    add(test.hall());
    thread.join();
    CHECK(made == 1);
    CHECK(test.journal_of("staff.added").size() == 1);
}

TEST_CASE("demo accounts come once, to a hall without accounts, and with a password that anybody could have") {
    TestHall test;
    CHECK(refusal(add_demo_staff(test.hall(), "short")) == "password_too_short");
    CHECK(refusal(add_demo_staff(test.hall(), "supervisor")) == "password_is_account");
    CHECK(value_of(list_staff(test.hall())).empty());
    CHECK(done(add_demo_staff(test.hall(), demo_password, "en")) == 6);
    CHECK(value_of(show_staff(test.hall(), "clerk1")).value().name == "Demo Clerk One");
    CHECK(refusal(add_demo_staff(test.hall(), demo_password)) == "staff_there_already");
}

TEST_CASE("settings are kept per account, and are no fact for the journal") {
    StaffHall test;
    const auto entries = test.journal().size();
    const StaffMember saved = done(save_staff_settings(test.hall(), "clerk1", {"en", false, true}));
    CHECK(saved.settings.language == "en");
    CHECK_FALSE(test.member("clerk1").settings.single_keys);
    CHECK(test.member("clerk1").settings.larger_text);
    CHECK(test.member("clerk2").settings.single_keys);
    CHECK(test.journal().size() == entries);
    CHECK(refusal(save_staff_settings(test.hall(), "nobody", {})) == "unknown_account");
    CHECK_FALSE(save_staff_settings(test.hall(), "clerk1", {"fr", true, false}).has_value());
}

TEST_CASE("an act in somebody's name is theirs in the journal, and the next one is not") {
    TestHall test;
    {
        const ActingAs acting(test.hall(), Actor{staff_actor("wang.li")});
        done(open_counter(test.hall(), 1));
    }
    done(open_counter(test.hall(), 2));
    const auto opened = test.journal_of("counter.opened");
    REQUIRE(opened.size() == 2);
    CHECK(opened[0].actor == "staff:wang.li");
    CHECK(opened[1].actor == "test");
}
