// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <chrono>
#include <thread>

#include "hall/acts/pause_issuing.h"
#include "hall/acts/set_message.h"
#include "kiosk/board/board_worker.h"
#include "tests/kiosk/board/board_driver.h"
#include "tests/kiosk/support/layout_rules.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_hall.h"

namespace linli::kiosk::testing {

namespace {

using support::value_of;

const LocalizedText words{"下午三点停电", "No power from 3 pm"};

std::string faults_of(const BoardDriver& driver) {
    return fmt::format("{}", fmt::join(layout_faults(driver.record(), driver.theme(), Contrast::normal), "\n"));
}

void show(BoardDriver& driver, BoardLanguages languages, const BoardNews& news) {
    HallContent content = driver.content();
    content.board.languages = languages;
    driver.show(BoardSample::calls, std::move(content));
    BoardPicture picture = *driver.hall().picture();
    picture.news = news;
    driver.show_picture(std::move(picture));
    driver.frames();
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

template <class Holds>
void wait_until(const char* what, Holds holds) {
    for (int i = 0; i < 1000; ++i) {
        if (holds()) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    FAIL("it never came: " << what);
}

}  // namespace

TEST_CASE("the staff's message stands on the board's strip first, and the notices come back after it") {
    BoardDriver driver;
    const std::string notice = driver.content().board.notices.front().text.zh;
    show(driver, BoardLanguages::both, {words, {}});
    CHECK(driver.shows(words.zh));
    CHECK(driver.shows(words.en));
    CHECK_FALSE(driver.shows(notice));
    show(driver, BoardLanguages::both, {words, "电脑在修"});
    CHECK(driver.shows(words.zh + " · 现在暂停取号：电脑在修"));
    show(driver, BoardLanguages::both, {{}, ""});
    CHECK(driver.shows("现在暂停取号"));
    show(driver, BoardLanguages::both, {});
    CHECK_FALSE(driver.shows("现在暂停取号"));
    CHECK(driver.shows(notice));
}

TEST_CASE("a message too long for both languages is shown in each, minute by minute") {
    BoardDriver driver;
    const BoardNews news{LocalizedText{repeated("请大家早一点来", 8), repeated("Please come early. ", 6)}, {}};
    show(driver, BoardLanguages::both, news);
    const bool chinese_first = driver.shows(news.message->zh);
    CHECK(driver.shows(news.message->en) != chinese_first);
    driver.pass(60'000);
    CHECK(driver.shows(news.message->zh) != chinese_first);
    CHECK(driver.shows(news.message->en) == chinese_first);
}

TEST_CASE("the longest message and reason have room on the board in every shape and language") {
    BoardDriver driver;
    const LocalizedText longest{repeated("请大家早来", 12), repeated("WE are out, ", 10)};
    REQUIRE(longest.en.size() == message_en_characters_max);
    for (const auto& [width, height] : {std::pair{1920, 1080}, {1080, 1920}}) {
        driver.resize(width, height);
        for (const BoardLanguages languages : {BoardLanguages::both, BoardLanguages::zh, BoardLanguages::en})
            for (const BoardNews& news : {BoardNews{longest, {}}, BoardNews{{}, repeated("请大家早来", 20)},
                                          BoardNews{longest, repeated("请大家早来", 20)}, BoardNews{words, "在修"}})
                for (int minute = 0; minute < 2; ++minute) {
                    INFO(width << " " << static_cast<int>(languages) << " minute " << minute);
                    show(driver, languages, news);
                    if (minute > 0) driver.pass(60'000);
                    CHECK_THAT(faults_of(driver), Catch::Matchers::Equals(""));
                }
    }
}

TEST_CASE("the board's worker brings what staff set, and takes it away again") {
    const support::TempFolder folder;
    const SystemClock clock;
    const auto hall = value_of(Hall::create(folder.file("hall.db"), clock, Actor{"test"}, support::always_open()));
    BoardWorker worker(folder.file("hall.db"), clock);
    wait_until("the first picture", [&] { return worker.picture()->content != nullptr; });
    value_of(set_message(*hall, words, {}, "示例"));
    value_of(pause_issuing(*hall, "电脑在修", "示例"));
    wait_until("the news", [&] { return worker.picture()->news == BoardNews{words, "电脑在修"}; });
    value_of(clear_message(*hall));
    value_of(resume_issuing(*hall));
    wait_until("no news", [&] { return worker.picture()->news == BoardNews{}; });
}

}  // namespace linli::kiosk::testing
