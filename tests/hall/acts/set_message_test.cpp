// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/set_message.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/show_hall.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

std::optional<LocalizedText> shown(TestHall& test) { return value_of(show_hall(test.hall())).message; }

}  // namespace

TEST_CASE("a message is shown until it is taken down") {
    TestHall test;
    CHECK_FALSE(shown(test).has_value());
    const HallMessage set = value_of(set_message(test.hall(), {"空调在修", "No air conditioning"}, {}, "王小测"));
    CHECK(set.since_ms == test.clock.wall_ms());
    CHECK(shown(test) == LocalizedText{"空调在修", "No air conditioning"});
    test.clock.pass_hours(30);
    test.reopen();
    CHECK(shown(test).has_value());
    value_of(set_message(test.hall(), {"修好了", "It works again"}, {}, "王小测"));
    CHECK(shown(test).value().zh == "修好了");
    CHECK(value_of(clear_message(test.hall())));
    CHECK_FALSE(shown(test).has_value());
    CHECK_FALSE(value_of(clear_message(test.hall())));
    CHECK(test.journal_of("message.set").size() == 2);
    CHECK(test.journal_of("message.cleared").size() == 1);
}

TEST_CASE("a message ends by itself at its moment") {
    TestHall test;
    const WallMs until = test.clock.wall_ms() + 60'000;
    value_of(set_message(test.hall(), {"九点半停水", ""}, until, ""));
    test.clock.pass_ms(59'999);
    CHECK(shown(test).has_value());
    test.clock.pass_ms(1);
    CHECK_FALSE(shown(test).has_value());
}

TEST_CASE("where one language is missing the other stands in") {
    TestHall test;
    value_of(set_message(test.hall(), {"空调在修", ""}, {}, ""));
    CHECK(shown(test) == LocalizedText{"空调在修", "空调在修"});
    value_of(set_message(test.hall(), {"", "Closed at noon"}, {}, ""));
    CHECK(shown(test) == LocalizedText{"Closed at noon", "Closed at noon"});
    CHECK(value_of(test.stores().notices.message()).value().words.zh.empty());
}

TEST_CASE("a message of no words, too many words or two lines is none") {
    TestHall test;
    CHECK(error_of(set_message(test.hall(), {"", ""}, {}, "")) == "invalid_input");
    CHECK(error_of(set_message(test.hall(), {"一\n二", ""}, {}, "")) == "invalid_input");
    std::string zh;
    for (int i = 0; i < 60; ++i) zh += "话";
    CHECK(set_message(test.hall(), {zh, std::string(120, 'x')}, {}, "").has_value());
    CHECK(error_of(set_message(test.hall(), {zh + "话", ""}, {}, "")) == "invalid_input");
    CHECK(error_of(set_message(test.hall(), {"", std::string(121, 'x')}, {}, "")) == "invalid_input");
}
