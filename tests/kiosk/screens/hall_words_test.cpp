// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/hall_words.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli;
using namespace linli::kiosk;

namespace {

const Catalogue& chinese() { return Catalogue::embedded("zh-CN"); }
const Catalogue& english() { return Catalogue::embedded("en"); }

LocalTime monday_at(int minute_of_day) { return {{2026, 11, 23}, 1, minute_of_day, 0}; }

}  // namespace

TEST_CASE("The time of the call is a range of the clock") {
    CHECK(call_time_words(chinese(), monday_at(9 * 60 + 42), {12, 20}) == "9:54–10:02");
}

TEST_CASE("A day is said as a neighbour would say it") {
    const LocalTime now = monday_at(12 * 60);
    CHECK(day_words(chinese(), now, monday_at(13 * 60 + 30)) == "今天 13:30");
    CHECK(day_words(chinese(), now, {{2026, 11, 24}, 2, 540, 0}) == "明天（星期二）9:00");
    CHECK(day_words(chinese(), now, {{2026, 11, 30}, 1, 540, 0}) == "11月30日（星期一）9:00");
    CHECK(day_words(english(), now, {{2026, 11, 24}, 2, 540, 0}) == "tomorrow (Tuesday) at 9:00");
}
