// SPDX-License-Identifier: Apache-2.0
#include "hall/papers/opening_words.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli;

namespace {

const Catalogue& chinese() { return Catalogue::embedded("zh-CN"); }
const Catalogue& english() { return Catalogue::embedded("en"); }

using Lines = std::vector<std::string>;

const std::vector<OpeningSpan> all_day{{510, 1050}}, with_break{{510, 720}, {810, 1050}}, closed;

OpeningHours hours_of(const std::array<std::vector<OpeningSpan>, 7>& week) {
    OpeningHours hours;
    hours.week = week;
    return hours;
}

}  // namespace

TEST_CASE("days of the week with the same hours are said as one, and a closed day as closed") {
    const auto hours = hours_of({all_day, all_day, all_day, all_day, all_day, with_break, closed});
    CHECK(week_words(chinese(), hours) ==
          Lines{"星期一至星期五：8:30–17:30", "星期六：8:30–12:00，13:30–17:30", "星期日：休息"});
    CHECK(week_words(english(), hours) ==
          Lines{"Mon to Fri: 8:30–17:30", "Sat: 8:30–12:00, 13:30–17:30", "Sun: closed"});
    const auto never = hours_of({closed, closed, closed, closed, closed, closed, closed});
    CHECK(week_words(chinese(), never) == Lines{"星期一至星期日：休息"});
    const auto whole = hours_of({std::vector<OpeningSpan>{{0, 1440}}, closed, closed, closed, closed, closed, all_day});
    CHECK(week_words(chinese(), whole).front() == "星期一：0:00–24:00");
}

TEST_CASE("of the days that differ those to come are said, neighbours with the same hours as one") {
    OpeningHours hours = hours_of({all_day, all_day, all_day, all_day, all_day, closed, closed});
    hours.exceptions = {{{2026, 12, 30}, closed}, {{2026, 12, 31}, closed}, {{2027, 1, 1}, closed},
                        {{2027, 1, 2}, all_day},  {{2027, 1, 5}, closed},   {{2027, 3, 1}, closed}};
    CHECK(special_day_words(chinese(), hours, {2026, 12, 1}, 60, 9) ==
          Lines{"12月30日至1月1日：休息", "1月2日：8:30–17:30", "1月5日：休息"});
    CHECK(special_day_words(english(), hours, {2026, 12, 31}, 3, 9) ==
          Lines{"31 Dec to 1 Jan: closed", "2 Jan: 8:30–17:30"});
    CHECK(special_day_words(chinese(), hours, {2026, 12, 31}, 60, 1) == Lines{"12月31日至1月1日：休息"});
    CHECK(special_day_words(chinese(), hours, {2027, 3, 2}, 60, 9).empty());
}
