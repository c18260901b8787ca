// SPDX-License-Identifier: Apache-2.0
#include "hall/base/utf8.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli;

TEST_CASE("characters of one to four bytes are read with their places") {
    const auto found = characters("aé里𱁬");
    REQUIRE(found.size() == 4);
    CHECK(found[0].code == U'a');
    CHECK(found[1].code == U'é');
    CHECK(found[2].code == U'里');
    CHECK(found[3].code == U'𱁬');
    CHECK(found[3].begin == 6);
    CHECK(found[3].end == 10);
}

TEST_CASE("what is no UTF-8 gives one replacement a byte and nothing is read past the end") {
    for (const std::string_view broken :
         {"\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE9\xBE", "\xF0\x9F\x98", "\xFF"}) {
        const auto found = characters(broken);
        CHECK(found.size() == broken.size());
        for (const Character& character : found) CHECK(character.code == 0xFFFD);
    }
}

TEST_CASE("full-width and upper-case letters fold to plain ones") {
    CHECK(folded(U'Ａ') == U'a');
    CHECK(folded(U'９') == U'9');
    CHECK(folded(U'Z') == U'z');
    CHECK(folded(U'（') == U'(');
    CHECK(folded(U'\u3000') == U' ');
    CHECK(folded(U'里') == U'里');
}

TEST_CASE("a width is counted in Han characters, half ones rounded up") {
    CHECK(width_in_han("") == 0);
    CHECK(width_in_han("最低生活保障（低保）") == 10);
    CHECK(width_in_han("80 岁") == 3);
    CHECK(width_in_han("𱁬") == 1);
    CHECK(width_in_han("ab") == 1);
}

TEST_CASE("a text is shortened between characters") {
    CHECK(shortened("桂花里", 3) == "桂花里");
    CHECK(shortened("桂花里", 2) == "桂花…");
    CHECK(shortened("", 2).empty());
}

TEST_CASE("a plain line has no more characters than it may, and none that does not print") {
    CHECK(is_plain_line("", 0));
    CHECK(is_plain_line("打印机坏了", 5));
    CHECK_FALSE(is_plain_line("打印机坏了", 4));
    for (const std::string_view odd : {"a\nb", "a\tb", "a\x7F", "\xFF", "\u202Eab", "\u200B"})
        CHECK_FALSE(is_plain_line(odd, 10));
}

TEST_CASE("what a stranger wrote is shown without what would move a terminal") {
    CHECK(shortened_line("低保\x1b[31m\n\xFF", 20) == "低保?[31m??");
    CHECK(shortened_line("低保办理", 2) == "低保…");
}
