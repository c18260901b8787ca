// SPDX-License-Identifier: Apache-2.0
#include "hall/papers/hall_words.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli;

namespace {

const Catalogue& chinese() { return Catalogue::embedded("zh-CN"); }
const Catalogue& english() { return Catalogue::embedded("en"); }

HallContent two_places() {
    HallContent content;
    content.hall_short_name = {"桂花里社区", "Guihuali"};
    content.counters = {{1, {"进门左手边", "on the left"}, {}, {}},
                        {2, {"进门左手边", "on the left"}, {}, {}},
                        {4, {"进门右手边", "on the right"}, {}, {}}};
    Matter matter;
    matter.id = "old-age-allowance";
    matter.name = {"高龄津贴申领", "Old-age allowance"};
    content.matters = {matter};
    return content;
}

}  // namespace

TEST_CASE("A clock is said without a leading zero and past midnight") {
    CHECK(clock_words(9 * 60 + 2) == "9:02");
    CHECK(clock_words(0) == "0:00");
    CHECK(clock_words(24 * 60 + 5) == "0:05");
}

TEST_CASE("Counters that follow one another are said as a range") {
    CHECK(counters_words(chinese(), {3, 1, 2}) == "1–3 号窗口");
    CHECK(counters_words(chinese(), {1, 2, 3, 5}) == "1–3、5 号窗口");
    CHECK(counters_words(chinese(), {4, 4}) == "4 号窗口");
    CHECK(counters_words(english(), {4}) == "counter 4");
    CHECK(counters_words(english(), {1, 3}) == "counters 1, 3");
    CHECK_FALSE(counters_words(chinese(), {}).empty());
}

TEST_CASE("A place is said only where all counters share it") {
    const HallContent content = two_places();
    CHECK(place_words(content, {1, 2}, Language::zh) == "进门左手边");
    CHECK(place_words(content, {1, 4}, Language::zh).empty());
    CHECK(place_words(content, {1, 9}, Language::zh).empty());
    CHECK(place_words(content, {}, Language::en).empty());
}

TEST_CASE("The code for a phone holds number, hall, matter and time") {
    Ticket ticket;
    ticket.letter = 'A';
    ticket.number = 27;
    ticket.matter = "old-age-allowance";
    TicketView view;
    view.ticket = ticket;
    CHECK(code_words(two_places(), view, {{2026, 11, 23}, 1, 9 * 60 + 42, 0}, Language::zh) ==
          "A027 桂花里社区 高龄津贴申领 2026-11-23 09:42");
    view.page_address = "HTTPS://DISTRICT.EXAMPLE/T/ABC";
    CHECK(code_words(two_places(), view, {{2026, 11, 23}, 1, 9 * 60 + 42, 0}, Language::zh) == view.page_address);
}

TEST_CASE("A wait is a range, and words where it is very short or sure") {
    CHECK(wait_words(chinese(), {12, 20}) == "12–20 分钟");
    CHECK(wait_words(chinese(), {0, 5}) == "不到 5 分钟");
    CHECK(wait_words(chinese(), {4, 4}) == "4 分钟");
    CHECK(wait_words(chinese(), {0, 0}) == "不到 1 分钟");
    CHECK(wait_words(english(), {12, 20}) == "12–20 min");
}
