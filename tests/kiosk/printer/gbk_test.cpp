// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/gbk.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli::kiosk;

TEST_CASE("what GBK has is two bytes, Latin letters one") {
    CHECK(gbk_of("啊A") == "\xB0\xA1\x41");
    CHECK(gbk_of("12–20 分钟") == "12\xA8\x43\x32\x30 \xB7\xD6\xD6\xD3");
    CHECK(gbk_of("") == "");
}

TEST_CASE("a character that GBK lacks makes the whole text one to be drawn") {
    for (const char* rare : {"𬭎", "㛃", "𠮷", "䶮", "王𬭎"}) {
        INFO(rare);
        CHECK_FALSE(gbk_of(rare).has_value());
    }
    CHECK(gbk_of("王").has_value());  // and the next text is not harmed by it
}

TEST_CASE("bytes that are no UTF-8 are not printed as letters") {
    CHECK_FALSE(gbk_of("\xE9\xBE").has_value());
    CHECK_FALSE(gbk_of("\xFF").has_value());
}
