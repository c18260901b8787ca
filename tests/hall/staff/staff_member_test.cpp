// SPDX-License-Identifier: Apache-2.0
#include "hall/staff/staff_member.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli;

TEST_CASE("an account begins with a small letter and has 2 to 32 plain characters") {
    for (const char* good : {"li", "wang.li", "a_1-2", "zhang3"}) {
        INFO(good);
        CHECK(is_account(good));
    }
    CHECK(is_account("a" + std::string(31, 'b')));
    for (const char* bad : {"", "a", "Wang", "1wang", ".wang", "wang li", "wang'--", "王丽", "a/b", "wang\n"}) {
        INFO(bad);
        CHECK_FALSE(is_account(bad));
    }
    CHECK_FALSE(is_account("a" + std::string(32, 'b')));
    CHECK_FALSE(is_account(std::string("wa\0ng", 5)));
}

TEST_CASE("an account is understood as a Chinese keyboard leaves it") {
    CHECK(account_typed(" Wang.Li ") == "wang.li");
    CHECK(account_typed("ｗａｎｇ１　") == "wang1");
    CHECK(account_typed("王丽") == "王丽");
    CHECK(account_typed("") == "");
}

TEST_CASE("a name has 1 to 40 characters that can be read") {
    for (const char* good : {"演示员甲", "Ana Példa", "'; DROP TABLE staff; --", "<script>alert(1)</script>", "䶮"}) {
        INFO(good);
        CHECK(is_staff_name(good));
    }
    std::string forty;
    for (int i = 0; i < 40; ++i) forty += "名";
    CHECK(is_staff_name(forty));
    CHECK_FALSE(is_staff_name(forty + "名"));
    for (const char* bad : {"", " ", "　　", "two\nlines", "bell\x07", "\xff\xfe", "delete\x7f"})
        CHECK_FALSE(is_staff_name(bad));
    CHECK_FALSE(is_staff_name(std::string("a\0b", 3)));
}
