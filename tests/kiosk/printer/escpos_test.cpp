// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/escpos.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/printer/paper_picture.h"

using namespace linli;
using namespace linli::kiosk;
using namespace std::string_view_literals;

TEST_CASE("a paper begins with forgetting everything and ends behind the knife") {
    Escpos out;
    out.cut();
    CHECK(std::move(out).done() ==
          "\x1B@\x1B"
          "d\x03\x1DVB\0"sv);
}

TEST_CASE("a high picture goes in strips of at most 48 rows, each with its own size") {
    Bitmap bitmap(576, 600);
    bitmap.set(575, 599);
    Escpos out;
    out.picture(bitmap);
    const std::string bytes = std::move(out).done();
    CHECK(bytes.size() == 2 + 13 * 8 + 600 * 72);
    CHECK(std::string_view(bytes).substr(2, 8) == "\x1Dv0\0\x48\0\x30\0"sv);
    CHECK(std::string_view(bytes).substr(2 + 12 * (8 + 48 * 72), 8) == "\x1Dv0\0\x48\0\x18\0"sv);
    CHECK(bytes.back() == '\x01');
}

TEST_CASE("a long way down is fed in steps that a byte holds") {
    Escpos out;
    out.feed_dots(300);
    out.feed_dots(0);
    CHECK(std::move(out).done() == "\x1B@\x1BJ\xFF\x1BJ\x2D"sv);
}

TEST_CASE("a code for a phone is stored with its length and then printed") {
    Escpos out;
    out.phone_code(std::string(300, 'x'), 6);
    const std::string bytes = std::move(out).done();
    CHECK(bytes.find("\x1D(k\x2F\x01\x31\x50\x30xxx") != std::string::npos);
    CHECK(bytes.find("\x1D(k\x03\x00\x31\x43\x06"sv) != std::string::npos);
    CHECK(bytes.ends_with("\x1D(k\x03\x00\x31\x51\x30"sv));
}

TEST_CASE("drawn bytes are read back dot by dot") {
    Bitmap bitmap(384, 300);
    bitmap.fill({10, 20, 30, 260});
    Escpos out;
    out.picture(bitmap);
    out.cut();
    const auto paper = paper_picture(std::move(out).done());
    REQUIRE(paper.has_value());
    CHECK((paper->width() == 384 && paper->height() == 300));
    CHECK(paper->ink() == DotBox{10, 20, 30, 260});
    CHECK((paper->black(39, 279) && !paper->black(40, 279)));
}

TEST_CASE("bytes that hold anything but pictures, or end within one, are no drawn paper") {
    CHECK_FALSE(paper_picture("\x1B@hello").has_value());
    CHECK_FALSE(paper_picture("\x1Dv0\0\x48\0\x01\0abc"sv).has_value());
    CHECK_FALSE(paper_picture("\x1Dv0\0\xFF\xFF\xFF\xFF"sv).has_value());
    CHECK_FALSE(paper_picture("\x1D"sv).has_value());
    CHECK(paper_picture("").has_value());
}
