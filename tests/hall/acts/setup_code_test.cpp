// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/setup_code.h"

#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

std::string made(TestHall& test) { return value_of(make_setup_code(test.hall())); }

std::string other_than(const std::string& code) { return code == "000000" ? "000001" : "000000"; }

}  // namespace

TEST_CASE("a setup code has six digits, opens the kiosk once, and is then used up") {
    TestHall test;
    const std::string code = made(test);
    CHECK(code.size() == 6);
    CHECK(code.find_first_not_of("0123456789") == std::string::npos);
    done(open_setup(*test.another(), "kiosk", code));
    CHECK(refusal(open_setup(test.hall(), "kiosk", code)) == "no_setup_code");
    CHECK(test.count("SELECT count(*) FROM setup_code") == 0);
    REQUIRE(test.journal_of("setup.opened").size() == 1);
    CHECK(test.journal_of("setup.opened")[0].subject == "place:kiosk");
}

TEST_CASE("without a code that was made nothing opens, and the journal does not grow by trying") {
    TestHall test;
    const auto entries = test.journal().size();
    for (int i = 0; i < 20; ++i) CHECK(refusal(open_setup(test.hall(), "kiosk", "123456")) == "no_setup_code");
    CHECK(test.journal().size() == entries);
}

TEST_CASE("a new code takes the place of the last") {
    TestHall test;
    const std::string first = made(test);
    std::string second = made(test);
    while (second == first) second = made(test);
    CHECK(refusal(open_setup(test.hall(), "kiosk", first)) == "wrong_setup_code");
    done(open_setup(test.hall(), "kiosk", second));
}

TEST_CASE("each wrong code says how many tries are left; the fifth ends the code, the right one included") {
    TestHall test;
    const std::string code = made(test);
    for (int left = 4; left >= 0; --left) {
        const Refused wrong = refused(open_setup(test.hall(), "kiosk", other_than(code)));
        CHECK(wrong.why == Refusal::wrong_setup_code);
        CHECK(wrong.tries_left == left);
    }
    CHECK(refusal(open_setup(test.hall(), "kiosk", code)) == "no_setup_code");
    CHECK(test.journal_of("setup.refused").size() == 5);
    CHECK(test.journal_of("setup.opened").empty());
}

TEST_CASE("tries are counted over restarts and over several programs") {
    TestHall test;
    const std::string code = made(test);
    for (int i = 0; i < 3; ++i) refused(open_setup(test.hall(), "kiosk", other_than(code)));
    auto other = test.another();
    CHECK(refused(open_setup(*other, "kiosk", other_than(code))).tries_left == 1);
    other.reset();
    test.reopen();
    CHECK(refused(open_setup(test.hall(), "kiosk", other_than(code))).tries_left == 0);
    CHECK(refusal(open_setup(test.hall(), "kiosk", code)) == "no_setup_code");
}

TEST_CASE("what is no code at all is a wrong one") {
    TestHall test;
    const std::string code = made(test);
    CHECK(refusal(open_setup(test.hall(), "kiosk", "")) == "wrong_setup_code");
    CHECK(refusal(open_setup(test.hall(), "kiosk", code + "0")) == "wrong_setup_code");
    CHECK(refusal(open_setup(test.hall(), "kiosk", std::string(5000, '0'))) == "wrong_setup_code");
    done(open_setup(test.hall(), "kiosk", code));
}

TEST_CASE("a code is valid for fifteen minutes") {
    TestHall test;
    const std::string code = made(test);
    test.clock.pass_ms(setup_code_valid_ms);
    const std::string early = code;
    done(open_setup(test.hall(), "kiosk", early));

    const std::string late = made(test);
    test.clock.pass_ms(setup_code_valid_ms + 1);
    CHECK(refusal(open_setup(test.hall(), "kiosk", late)) == "setup_code_expired");
    CHECK(refusal(open_setup(test.hall(), "kiosk", late)) == "no_setup_code");
    CHECK(test.journal_of("setup.refused").size() == 1);
}

TEST_CASE("a clock that somebody moves neither shortens nor lengthens a code's time") {
    TestHall test;
    const std::string code = made(test);
    test.clock.pass_minutes(5);
    test.clock.move_wall_hours(300);
    done(open_setup(test.hall(), "kiosk", code));

    const std::string other = made(test);
    test.clock.move_wall_hours(-500);
    test.clock.pass_minutes(16);
    CHECK(refusal(open_setup(test.hall(), "kiosk", other)) == "setup_code_expired");
}

TEST_CASE("neither the journal nor the table holds the code") {
    TestHall test;
    const std::string code = made(test);
    refused(open_setup(test.hall(), "kiosk", other_than(code)));
    CHECK(test.count("SELECT count(*) FROM journal WHERE kind LIKE 'setup.%' AND instr(entry, '\"" + code +
                     "\"') > 0") == 0);
    CHECK(test.count("SELECT instr(hash, CAST('" + code + "' AS BLOB)) FROM setup_code") == 0);
    CHECK(test.journal_of("setup.code_made").at(0).body == "{}");
    done(open_setup(test.hall(), "kiosk", code));
    CHECK(test.journal_of("setup.opened").at(0).body == "{}");
}
