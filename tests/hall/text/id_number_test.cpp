// SPDX-License-Identifier: Apache-2.0
#include "hall/text/id_number.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli;

namespace {

// The check character by its definition, powers of two modulo 11 from the right, not by the standard's table of
// weights.
char check_of(const std::string& seventeen) {
    int sum = 0;
    for (const char digit : seventeen) sum = (sum + (digit - '0')) * 2 % 11;
    const int check = (12 - sum) % 11;
    return check == 10 ? 'X' : static_cast<char>('0' + check);
}

std::string whole(const std::string& seventeen) { return seventeen + check_of(seventeen); }

}  // namespace

TEST_CASE("the example of the standard is an identity number") {
    // GB 11643-1999, appendix: the two worked examples.
    CHECK(normal_id_number("11010519491231002X") == "11010519491231002X");
    CHECK(normal_id_number("440524188001010014") == "440524188001010014");
}

TEST_CASE("each of the eleven check characters is taken, and only the right one") {
    std::string seen;
    for (int sequence = 0; sequence < 100; ++sequence) {
        const std::string digits = "110101199001010" + std::to_string(100 + sequence).substr(1);
        const char right = check_of(digits);
        if (seen.find(right) == std::string::npos) seen += right;
        for (const char check : std::string("0123456789X"))
            CHECK(normal_id_number(digits + check).has_value() == (check == right));
    }
    CHECK(seen.size() == 11);
}

TEST_CASE("one wrong digit or two exchanged neighbours are noticed") {
    const std::string id = "11010519491231002X";
    for (std::size_t place = 0; place < 17; ++place) {
        std::string wrong = id;
        wrong[place] = wrong[place] == '9' ? '1' : static_cast<char>(wrong[place] + 1);
        CHECK_FALSE(normal_id_number(wrong).has_value());
        std::string exchanged = id;
        std::swap(exchanged[place], exchanged[place + 1]);
        CHECK(normal_id_number(exchanged).has_value() == (exchanged == id));
    }
}

TEST_CASE("a small x, full-width digits and blanks come into normal form") {
    CHECK(normal_id_number("11010519491231002x") == "11010519491231002X");
    CHECK(normal_id_number("１１０１０５１９４９１２３１００２Ｘ") == "11010519491231002X");
    CHECK(normal_id_number(" 110105 19491231 002X\u3000") == "11010519491231002X");
}

TEST_CASE("the birth date must be in the calendar") {
    CHECK(normal_id_number(whole("11010120000229001")).has_value());
    CHECK(normal_id_number(whole("11010119960229001")).has_value());
    CHECK_FALSE(normal_id_number(whole("11010119000229001")).has_value());
    CHECK_FALSE(normal_id_number(whole("11010120010229001")).has_value());
    CHECK_FALSE(normal_id_number(whole("11010120011301001")).has_value());
    CHECK_FALSE(normal_id_number(whole("11010120010001001")).has_value());
    CHECK_FALSE(normal_id_number(whole("11010120010431001")).has_value());
    CHECK_FALSE(normal_id_number(whole("11010112000101001")).has_value());
}

TEST_CASE("what only looks like one is none") {
    CHECK_FALSE(normal_id_number("").has_value());
    CHECK_FALSE(normal_id_number("11010519491231002").has_value());
    CHECK_FALSE(normal_id_number("11010519491231002X1").has_value());
    CHECK_FALSE(normal_id_number("1101051949123100X2").has_value());
    CHECK_FALSE(normal_id_number("11010519491231002Y").has_value());
    CHECK_FALSE(normal_id_number("110105-19491231-002X").has_value());
    CHECK_FALSE(normal_id_number(whole("01010119900101001")).has_value());
    CHECK_FALSE(normal_id_number("身份证").has_value());
    CHECK_FALSE(normal_id_number("11010519491231002\xFF").has_value());
    CHECK_FALSE(normal_id_number("11010519491231002X" + std::string(100, ' ') + "7").has_value());
}

TEST_CASE("a masked number shows the area and the last four") {
    CHECK(mask_id_number("11010519491231002X") == "110105********002X");
}
