// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/call_for_help.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/show_hall.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("a call for a person is open until somebody answers, and stands once for each kiosk") {
    TestHall test;
    CHECK_FALSE(value_of(show_hall(test.hall())).help_called);
    CHECK(done(call_for_help(test.hall(), "kiosk")) == test.clock.wall_ms());
    CHECK(refusal(call_for_help(test.hall(), "kiosk")) == "help_called_already");
    done(call_for_help(test.hall(), "kiosk 2"));
    CHECK(value_of(show_hall(*test.another())).help_called);
    CHECK(value_of(end_help_call(test.hall(), "kiosk")));
    CHECK(value_of(show_hall(test.hall())).help_called);
    CHECK(value_of(end_help_call(test.hall(), "kiosk 2")));
    CHECK_FALSE(value_of(show_hall(test.hall())).help_called);
    CHECK_FALSE(value_of(end_help_call(test.hall(), "kiosk")));
    CHECK(test.journal_of("help.called").size() == 2);
    CHECK(test.journal_of("help.ended").size() == 2);
    done(call_for_help(test.hall(), "kiosk"));
}

TEST_CASE("the name of a place can hold anything and is recorded as it is") {
    TestHall test;
    const std::string place = "大厅 \"east\" \\ \n'; DROP TABLE journal; --";
    done(call_for_help(test.hall(), place));
    CHECK(test.journal_of("help.called").at(0).subject == "place:" + place);
    CHECK(value_of(end_help_call(test.hall(), place)));
}
