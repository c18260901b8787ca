// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/sign_in.h"

#include <thread>

#include "hall/acts/keep_staff.h"
#include "hall/acts/password_gate.h"
#include "hall/acts/show_staff.h"
#include "hall/acts/staff_sessions.h"
#include "hall/acts/verify_journal.h"
#include "tests/support/staff_hall.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("the right password signs in, in the member's own name, and begins a session") {
    StaffHall test;
    const SignedIn in = done(sign_in(test.hall(), " Clerk1 ", demo_password));
    CHECK(in.member.account == "clerk1");
    CHECK(in.member.role == Role::clerk);
    CHECK_FALSE(in.member.must_change_password);
    CHECK(in.member.last_sign_in_ms == test.clock.wall_ms());
    CHECK(in.session.key == session_key(in.token));
    const auto live = value_of(live_sessions(test.hall()));
    REQUIRE(live.size() == 1);
    CHECK(live[0].session.key == in.session.key);
    CHECK(live[0].member.account == "clerk1");
    REQUIRE(test.journal_of("staff.signed_in").size() == 1);
    CHECK(test.journal_of("staff.signed_in")[0].actor == "staff:clerk1");
    CHECK(test.journal_of("staff.signed_in")[0].subject == "staff:clerk1");
    CHECK(test.hall().actor().name == "test");
}

TEST_CASE("each wrong password says how many tries are left; the fifth locks, the right password included") {
    StaffHall test;
    for (int left = 4; left >= 1; --left) {
        const Refused wrong = refused(sign_in(test.hall(), "clerk1", "not the password"));
        CHECK(wrong.why == Refusal::wrong_password);
        CHECK(wrong.tries_left == left);
    }
    const Refused fifth = refused(sign_in(test.hall(), "clerk1", "not the password"));
    CHECK(fifth.why == Refusal::account_locked);
    CHECK(fifth.locked_until_ms == test.clock.wall_ms() + account_lock_ms);
    CHECK(refusal(sign_in(test.hall(), "clerk1", demo_password)) == "account_locked");
    CHECK(test.member("clerk1").locked_until_ms == test.clock.wall_ms() + account_lock_ms);
    CHECK(test.journal_of("staff.sign_in_refused").size() == 5);
    CHECK(test.journal_of("staff.locked").size() == 1);
    test.signed_in("clerk2");
}

TEST_CASE("a lock lasts half an hour to the millisecond") {
    StaffHall test;
    test.try_wrongly("clerk1", 5);
    test.clock.pass_ms(account_lock_ms - 1);
    CHECK(refusal(sign_in(test.hall(), "clerk1", demo_password)) == "account_locked");
    test.clock.pass_ms(1);
    CHECK_FALSE(test.member("clerk1").locked_until_ms.has_value());
    test.signed_in("clerk1");
    CHECK(refused(sign_in(test.hall(), "clerk1", "x")).tries_left == 4);
}

TEST_CASE("a wall clock that somebody moves neither locks nor unlocks, and the lock's end is told by it as it shows") {
    StaffHall test;
    test.try_wrongly("clerk1", 5);
    for (const int hours : {300, -900}) {
        test.clock.move_wall_hours(hours);
        const Refused locked = refused(sign_in(test.hall(), "clerk1", demo_password));
        CHECK(locked.why == Refusal::account_locked);
        CHECK(locked.locked_until_ms == test.clock.wall_ms() + account_lock_ms);
    }
    test.clock.pass_minutes(30);
    test.signed_in("clerk1");
}

TEST_CASE("a lock outlives the program, a second program and a restart of the machine") {
    StaffHall test;
    test.try_wrongly("clerk1", 3);
    auto other = test.another();
    CHECK(refused(sign_in(*other, "clerk1", "x")).tries_left == 1);
    CHECK(refusal(sign_in(*other, "clerk1", "x")) == "account_locked");
    other.reset();
    test.reopen();
    CHECK(refusal(sign_in(test.hall(), "clerk1", demo_password)) == "account_locked");
    test.clock.restart("second boot", test.clock.wall_ms() + 10 * 60'000);
    test.reopen();
    CHECK(refusal(sign_in(test.hall(), "clerk1", demo_password)) == "account_locked");
    test.clock.pass_minutes(20);
    test.signed_in("clerk1");
}

TEST_CASE("an empty battery does not lengthen a lock beyond half an hour of running") {
    StaffHall test;
    test.try_wrongly("clerk1", 5);
    test.clock.restart("second boot", shanghai("2000-01-01", 0));
    test.reopen();
    CHECK(refusal(sign_in(test.hall(), "clerk1", demo_password)) == "account_locked");
    test.clock.pass_minutes(31);
    test.signed_in("clerk1");
}

TEST_CASE("tries at a locked account are counted, and the journal does not grow by them") {
    StaffHall test;
    test.try_wrongly("clerk1", 5);
    const auto entries = test.journal().size();
    test.try_wrongly("clerk1", 200);
    CHECK(test.journal().size() == entries);
    test.clock.pass_minutes(30);
    test.signed_in("clerk1");
    CHECK(test.journal_of("staff.signed_in").at(0).body.find(R"("tries_while_locked":200)") != std::string::npos);
    test.signed_in("clerk1");
    CHECK(test.journal_of("staff.signed_in").at(1).body.find(R"("tries_while_locked":0)") != std::string::npos);
}

TEST_CASE("signing in forgets the failures before") {
    StaffHall test;
    test.try_wrongly("clerk1", 4);
    test.signed_in("clerk1");
    CHECK(refused(sign_in(test.hall(), "clerk1", "x")).tries_left == 4);
}

TEST_CASE("an account that is not there answers as one that is") {
    StaffHall test;
    for (int left = 4; left >= 1; --left) {
        const Refused wrong = refused(sign_in(test.hall(), "nobody", "x"));
        CHECK(wrong.why == Refusal::wrong_password);
        CHECK(wrong.tries_left == left);
    }
    const Refused fifth = refused(sign_in(test.hall(), "nobody", "x"));
    CHECK(fifth.why == Refusal::account_locked);
    CHECK(fifth.locked_until_ms == test.clock.wall_ms() + account_lock_ms);
    test.clock.pass_minutes(30);
    CHECK(refused(sign_in(test.hall(), "nobody", "x")).tries_left == 4);
}

TEST_CASE("an account that is not there takes as long as one that is") {
    StaffHall test;
    const auto seconds = [&](const std::string& account) {
        const auto begin = std::chrono::steady_clock::now();
        refused(sign_in(test.hall(), account, "not the password"));
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    // The quickest of some: what disturbs only lengthens. Without its hash an unknown one would take a hundredth.
    double known = seconds("clerk1"), unknown = seconds("nobody");
    for (int i = 0; i < 3; ++i) {
        known = std::min(known, seconds("clerk1"));
        unknown = std::min(unknown, seconds("nobody"));
    }
    CHECK(unknown > known / 3);
    CHECK(known > unknown / 3);
}

TEST_CASE("what was typed where the account belongs is nowhere in the hall") {
    StaffHall test;
    const std::string secret = "my-own-secret-77";
    CHECK(refusal(sign_in(test.hall(), secret, "")) == "wrong_password");
    CHECK(refusal(sign_in(test.hall(), "<script>alert('77')</script>", "x")) == "wrong_password");
    REQUIRE(test.journal_of("staff.sign_in_refused").size() == 2);
    CHECK(test.journal_of("staff.sign_in_refused")[0].subject == "staff:?");
    test.close();
    CHECK_FALSE(test.on_disk(secret));
    CHECK_FALSE(test.on_disk("alert"));
}

TEST_CASE(
    "of unknown accounts the journal takes twenty entries in half an hour, and then says how many it passed over") {
    StaffHall test;
    for (int i = 0; i < 30; ++i) refused(sign_in(test.hall(), "nobody" + std::to_string(i), "x"));
    CHECK(test.journal_of("staff.sign_in_refused").size() == 20);
    test.clock.pass_minutes(30);
    refused(sign_in(test.hall(), "nobody", "x"));
    REQUIRE(test.journal_of("staff.sign_in_refused").size() == 21);
    const std::string body = test.journal_of("staff.sign_in_refused").back().body;
    CHECK(body.find(R"("passed_over":0)") == std::string::npos);
}

TEST_CASE("that an account is off or has no role is said only to who knows its password") {
    StaffHall test;
    done(change_staff(test.hall(), "clerk1", {.active = false}));
    done(change_staff(test.hall(), "clerk2", {.role = Role::none}));
    CHECK(refusal(sign_in(test.hall(), "clerk1", "x")) == "wrong_password");
    CHECK(refusal(sign_in(test.hall(), "clerk2", "x")) == "wrong_password");
    CHECK(refusal(sign_in(test.hall(), "clerk1", demo_password)) == "account_off");
    CHECK(refusal(sign_in(test.hall(), "clerk2", demo_password)) == "no_role");
    CHECK(value_of(live_sessions(test.hall())).empty());
    // Each is an entry, so they are limited as well.
    for (int i = 0; i < 3; ++i) refused(sign_in(test.hall(), "clerk1", demo_password));
    CHECK(refusal(sign_in(test.hall(), "clerk1", demo_password)) == "account_locked");
}

TEST_CASE("many programs that try at once get five tries together, and one lock") {
    StaffHall test;
    constexpr int programs = 8, tries = 3;
    std::vector<std::unique_ptr<Hall>> halls;
    for (int i = 0; i < programs; ++i) halls.push_back(test.another());
    std::vector<std::thread> threads;
    std::atomic<int> broken = 0;
    for (auto& hall : halls)
        threads.emplace_back([&broken, &hall] {
            for (int i = 0; i < tries; ++i) {
                const auto tried = sign_in(*hall, "clerk1", "not the password");
                if (!tried || tried->has_value()) ++broken;
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(broken == 0);
    CHECK(test.journal_of("staff.sign_in_refused").size() == 5);
    CHECK(test.journal_of("staff.locked").size() == 1);
    CHECK(test.count("SELECT tries_while_locked FROM staff WHERE account = 'clerk1'") == programs * tries - 5);
    CHECK(refusal(sign_in(test.hall(), "clerk1", demo_password)) == "account_locked");
    CHECK_FALSE(value_of(verify_journal(test.hall())).fault.has_value());
}

TEST_CASE("a password that was computed while the account was reset is judged anew") {
    StaffHall test;
    const PasswordTry tried{"clerk1", demo_password, PasswordFor::sign_in};
    const HeldPassword held = value_of(hold_password(test.hall(), tried));
    CHECK(held.right == true);
    done(reset_staff(*test.another(), "clerk1"));
    Act act = value_of(Act::begin(test.hall()));
    CHECK(std::holds_alternative<SeenTooEarly>(value_of(judge_password(act, tried, held))));
}

TEST_CASE("a password that was not computed because of a lock is judged anew when the lock has ended meanwhile") {
    StaffHall test;
    test.try_wrongly("clerk1", 5);
    const PasswordTry tried{"clerk1", demo_password, PasswordFor::sign_in};
    const HeldPassword held = value_of(hold_password(test.hall(), tried));
    CHECK_FALSE(held.right.has_value());
    test.clock.pass_ms(account_lock_ms);
    Act act = value_of(Act::begin(test.hall()));
    CHECK(std::holds_alternative<SeenTooEarly>(value_of(judge_password(act, tried, held))));
}

TEST_CASE("neither passwords nor tokens are anywhere in the hall") {
    StaffHall test;
    const FirstPassword first = done(add_staff(test.hall(), {"wang.li", "演示员丙", Role::clerk}));
    const SignedIn in = done(sign_in(test.hall(), "wang.li", first.password));
    refused(sign_in(test.hall(), "wang.li", "a wrong one 123"));
    done(change_password(test.hall(), {in.session.key, first.password, "teapot-garden-52"}));
    for (const JournalEntry& entry : test.journal())
        for (const std::string& secret : {first.password, in.token, csrf_token(in.token)})
            CHECK((entry.body + entry.subject + entry.actor).find(secret) == std::string::npos);
    test.close();
    for (const std::string& secret : {demo_password, first.password, in.token, csrf_token(in.token),
                                      std::string("a wrong one 123"), std::string("teapot-garden-52")}) {
        INFO(secret);
        CHECK_FALSE(test.on_disk(secret));
    }
    CHECK(test.on_disk("staff.password_changed"));
}
