// SPDX-License-Identifier: Apache-2.0
#include "hall/staff/role.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace linli;

namespace {

constexpr std::array all_roles = {Role::none, Role::clerk, Role::supervisor, Role::system, Role::security, Role::audit};

// Who may, in the order of the roles: "-CS---".
std::string who_may(Right right) {
    constexpr std::string_view letters = "NCSYEA";
    std::string who;
    for (std::size_t i = 0; i < all_roles.size(); ++i) who += may(all_roles[i], right) ? letters[i] : '-';
    return who;
}

}  // namespace

TEST_CASE("each right belongs to these roles and to no other") {
    CHECK(who_may(Right::desk) == "-CS---");
    CHECK(who_may(Right::supervise) == "--S---");
    CHECK(who_may(Right::device_test) == "-CSY--");
    CHECK(who_may(Right::system) == "---Y--");
    CHECK(who_may(Right::security) == "----E-");
    CHECK(who_may(Right::audit) == "-----A");
    CHECK(who_may(Right::accounts) == "--SYE-");
}

TEST_CASE("no role has two of system, security and audit") {
    for (const Role role : all_roles) {
        INFO(name_of(role));
        CHECK(may(role, Right::system) + may(role, Right::security) + may(role, Right::audit) <= 1);
    }
}

TEST_CASE("a role is found by its name and no other word") {
    for (const Role role : all_roles) CHECK(role_named(name_of(role)) == role);
    for (const char* word : {"", "Clerk", "clerk ", "root"}) CHECK_FALSE(role_named(word).has_value());
}
