// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/bitmap.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli::kiosk;

TEST_CASE("dots lie in whole bytes a row, the left one highest") {
    Bitmap bitmap(10, 2);
    bitmap.set(0, 0);
    bitmap.set(9, 1);
    CHECK(bitmap.row_bytes() == 2);
    CHECK((bitmap.row(0)[0] == 0x80 && bitmap.row(0)[1] == 0));
    CHECK((bitmap.row(1)[0] == 0 && bitmap.row(1)[1] == 0x40));
    CHECK((bitmap.black(9, 1) && !bitmap.black(8, 1)));
}

TEST_CASE("dots outside are left out and read as white") {
    Bitmap bitmap(8, 1);
    for (const auto& [x, y] : {std::pair(-1, 0), std::pair(8, 0), std::pair(0, 1), std::pair(0, -1)}) {
        bitmap.set(x, y);
        CHECK_FALSE(bitmap.black(x, y));
    }
    CHECK(bitmap.ink().empty());
}

TEST_CASE("ink is the smallest box around what is black") {
    Bitmap bitmap(32, 32);
    bitmap.fill({3, 4, 5, 6});
    CHECK(bitmap.ink() == DotBox{3, 4, 5, 6});
    CHECK(bitmap.part({4, 4, 100, 2}).ink() == DotBox{0, 0, 4, 2});
}

TEST_CASE("strips below one another make one picture") {
    Bitmap paper, strip(16, 2);
    strip.set(15, 1);
    paper.append(strip);
    paper.append(strip);
    CHECK((paper.width() == 16 && paper.height() == 4));
    CHECK((paper.black(15, 1) && paper.black(15, 3) && !paper.black(15, 2)));
}
