// SPDX-License-Identifier: Apache-2.0
#include "hall/store/staff_store.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

StaffRow row_of(const std::string& account) {
    StaffRow row;
    row.member = {account, "演示员甲", Role::clerk, true, true, {}, 7, {"en", false, true}};
    row.password_hash = std::string("\0hash\xff", 6);
    row.failures = {3, 40, 50};
    row.tries_while_locked = 9;
    return row;
}

void check_same(const StaffRow& row, const StaffRow& other) {
    CHECK(row.member.account == other.member.account);
    CHECK(row.member.name == other.member.name);
    CHECK(row.member.role == other.member.role);
    CHECK(row.member.active == other.member.active);
    CHECK(row.member.must_change_password == other.member.must_change_password);
    CHECK(row.member.last_sign_in_ms == other.member.last_sign_in_ms);
    CHECK(row.member.settings.language == other.member.settings.language);
    CHECK(row.member.settings.single_keys == other.member.settings.single_keys);
    CHECK(row.member.settings.larger_text == other.member.settings.larger_text);
    CHECK(row.password_hash == other.password_hash);
    CHECK(row.failures.failures == other.failures.failures);
    CHECK(row.failures.failed_steady_ms == other.failures.failed_steady_ms);
    CHECK(row.failures.locked_until_steady_ms == other.failures.locked_until_steady_ms);
    CHECK(row.tries_while_locked == other.tries_while_locked);
}

}  // namespace

TEST_CASE("an account comes back as it was added, and as it was saved") {
    TestHall test;
    StaffStore& store = test.stores().staff;
    StaffRow row = row_of("wang.li");
    REQUIRE(store.add(row).has_value());
    check_same(value_of(store.find("wang.li")).value(), row);
    row.member = {"wang.li", "'; DROP TABLE staff; --", Role::audit, false, false, {}, {}, {"", true, false}};
    row.password_hash = "other";
    row.failures = {};
    row.tries_while_locked = 0;
    REQUIRE(store.save(row).has_value());
    check_same(value_of(store.find("wang.li")).value(), row);
    CHECK_FALSE(value_of(store.find("wang")).has_value());
}

TEST_CASE("an account is there once, and all come in their order") {
    TestHall test;
    StaffStore& store = test.stores().staff;
    for (const char* account : {"li", "an", "zhao"}) REQUIRE(store.add(row_of(account)).has_value());
    CHECK_FALSE(store.add(row_of("li")).has_value());
    std::string order;
    for (const StaffRow& row : value_of(store.all())) order += row.member.account + " ";
    CHECK(order == "an li zhao ");
}

TEST_CASE("a session belongs to an account, keeps when it was made, and goes when it is removed") {
    TestHall test;
    StaffSessionStore& store = test.stores().staff_sessions;
    StaffSession session{std::string("\0key\xff", 5), "li", SessionState::open, 1, 2, 3, "boot"};
    CHECK_FALSE(store.save(session).has_value());
    REQUIRE(test.stores().staff.add(row_of("li")).has_value());
    REQUIRE(store.save(session).has_value());
    session.state = SessionState::locked;
    session.made_ms = 100;
    session.seen_steady_ms = 30;
    session.boot_id = "next";
    REQUIRE(store.save(session).has_value());
    const StaffSession kept = value_of(store.find(session.key)).value();
    CHECK(kept.account == "li");
    CHECK(kept.state == SessionState::locked);
    CHECK(kept.made_ms == 1);
    CHECK(kept.made_steady_ms == 2);
    CHECK(kept.seen_steady_ms == 30);
    CHECK(kept.boot_id == "next");
    CHECK(value_of(store.of_account("an")).empty());
    CHECK(value_of(store.of_account("li")).size() == 1);
    REQUIRE(store.remove(session.key).has_value());
    CHECK(value_of(store.all()).empty());
}

TEST_CASE("a hall of schema 3 is brought up to accounts, with all that it had") {
    TestHall test;
    const Ticket ticket = test.take("senior-card");
    const auto entries = test.journal().size();
    test.back_to_schema(3);
    CHECK(test.count("SELECT count(*) FROM sqlite_schema WHERE name = 'staff'") == 0);
    test.reopen();
    CHECK(value_of(test.stores().database->schema_version()) >= 4);
    CHECK(value_of(test.stores().database->integrity_faults()).empty());
    CHECK(value_of(test.stores().tickets.line()).front().ticket.id == ticket.id);
    CHECK(test.journal().size() == entries);
    CHECK(value_of(test.stores().staff.all()).empty());
    CHECK(value_of(test.stores().unknown_accounts.entries()).recorded == 0);
    REQUIRE(test.stores().staff.add(row_of("li")).has_value());
}
