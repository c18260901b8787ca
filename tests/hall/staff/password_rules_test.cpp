// SPDX-License-Identifier: Apache-2.0
#include "hall/staff/password_rules.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace linli;

namespace {

bool is_good(std::string_view password) { return !fault_of_password(password, "wangli99"); }

}  // namespace

TEST_CASE("a password has 8 characters or more, a Han character counting as one") {
    CHECK(fault_of_password("kr7-xm2", "wangli99") == PasswordFault::too_short);
    CHECK(is_good("kr7-xm2p"));
    CHECK(fault_of_password("春眠不觉晓处处", "wangli99") == PasswordFault::too_short);
    CHECK(is_good("春眠不觉晓处处闻"));
    CHECK(fault_of_password("", "wangli99") == PasswordFault::too_short);
}

TEST_CASE("a password has 256 bytes at most") {
    CHECK(is_good(std::string(255, 'x') + "y"));
    CHECK(fault_of_password(std::string(256, 'x') + "y", "wangli99") == PasswordFault::too_long);
}

TEST_CASE("a password is not the account, however written") {
    CHECK(fault_of_password("wangli99", "wangli99") == PasswordFault::is_account);
    CHECK(fault_of_password("WangLi99", "wangli99") == PasswordFault::is_account);
    CHECK(is_good("wangli99 too"));
}

TEST_CASE("what everybody tries first is no password") {
    for (const char* common : {"12345678", "password", "PassWord", "88888888", "woaini1314", "啊啊啊啊啊啊啊啊"}) {
        INFO(common);
        CHECK(fault_of_password(common, "wangli99") == PasswordFault::common);
    }
    CHECK(is_good("12345678 apples"));
}

TEST_CASE("first passwords are easily typed, follow the rules and never come twice") {
    std::set<std::string> seen;
    for (int i = 0; i < 500; ++i) {
        const std::string password = new_first_password();
        CHECK(password.size() == 10);
        CHECK(password.find_first_not_of("abcdefghjkmnpqrstuvwxyz23456789") == std::string::npos);
        CHECK(is_good(password));
        CHECK(seen.insert(password).second);
    }
}
