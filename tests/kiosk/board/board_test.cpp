// SPDX-License-Identifier: Apache-2.0
#include "kiosk/board/board.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/kiosk/board/board_driver.h"

namespace linli::kiosk::testing {

namespace {

BoardPicture with_new_call(BoardDriver& driver, BoardPicture picture, const char* code, int counter) {
    picture.view.calls.insert(picture.view.calls.begin(),
                              {code, code[0], counter, 1, driver.clock().wall_ms(), TicketState::called});
    picture.view.calls.resize(6);
    return picture;
}

}  // namespace

TEST_CASE("a board without news draws once a minute") {
    BoardDriver driver;
    driver.pass(1000);
    CHECK(driver.frames(10) == 0);
    CHECK(driver.pass(10 * 60'000) == 10);
    CHECK(driver.shows("9:52"));
}

TEST_CASE("a new call is large at once, blinks with seven frames, and the one before goes to the list") {
    BoardDriver driver;
    driver.pass(1000);
    driver.hall().set_picture(with_new_call(driver, *driver.hall().picture(), "B015", 12));
    REQUIRE(driver.frames(1) == 1);
    CHECK(driver.tint_of("B015") == Tint(Role::board_number));
    CHECK(driver.shows("请到 12 号窗口"));
    CHECK(driver.shows("A023"));
    CHECK_FALSE(driver.shows("K003"));
    driver.pass(600);
    CHECK(driver.tint_of("B015") == Tint(Role::board_text_muted));
    CHECK(driver.pass(5'000) == 5);
    CHECK(driver.tint_of("B015") == Tint(Role::board_number));
}

TEST_CASE("of two calls at one moment the earlier stands in the list at once, and both blink") {
    BoardDriver driver;
    BoardPicture picture = with_new_call(driver, *driver.hall().picture(), "B015", 2);
    driver.hall().set_picture(with_new_call(driver, picture, "C010", 3));
    driver.frames(1);
    driver.pass(600);
    CHECK(driver.tint_of("C010") == Tint(Role::board_text_muted));
    CHECK(driver.tint_of("B015") == Tint(Role::board_text_muted));
    driver.pass(3'000);
    CHECK(driver.tint_of("C010") == Tint(Role::board_number));
    CHECK(driver.tint_of("B015") == Tint(Role::board_text));
}

TEST_CASE("a new call stands still on the board when motion is reduced") {
    BoardDriver driver(Motion::reduced);
    driver.hall().set_picture(with_new_call(driver, *driver.hall().picture(), "B015", 2));
    driver.frames(1);
    CHECK(driver.pass(3'000) == 0);
    CHECK(driver.tint_of("B015") == Tint(Role::board_number));
}

TEST_CASE("data older than five seconds is told, the picture stays, and all returns by itself") {
    BoardDriver driver;
    driver.pass(1000);
    driver.hall().loses_hall();
    CHECK(driver.pass(4'900) == 0);
    CHECK_FALSE(driver.board().stale());
    CHECK(driver.pass(200) == 1);
    CHECK(driver.shows("画面停在 9:42"));
    CHECK(driver.shows("叫号没有停"));
    CHECK(driver.shows("最后一次叫号"));
    CHECK(driver.tint_of("A023") == Tint(Role::board_text_muted));
    CHECK(driver.shows("B014"));
    driver.pass(5 * 60'000);
    CHECK(driver.shows("画面停在 9:42"));
    driver.hall().reads_again();
    CHECK(driver.frames(1) == 1);
    CHECK(driver.tint_of("A023") == Tint(Role::board_number));
    CHECK(driver.shows("9:47"));
}

TEST_CASE("a call that came while the picture was stale blinks when it is shown") {
    BoardDriver driver;
    driver.hall().loses_hall();
    driver.pass(10'000);
    BoardPicture picture = with_new_call(driver, *driver.hall().picture(), "B015", 2);
    driver.hall().reads_again();
    driver.hall().set_picture(std::move(picture));
    driver.frames(1);
    driver.pass(600);
    CHECK(driver.tint_of("B015") == Tint(Role::board_text_muted));
}

TEST_CASE("a board that has never read the hall says nothing of calls, and after a while where to listen") {
    BoardDriver driver;
    driver.show(BoardSample::connecting);
    CHECK(driver.shows("正在连接大厅"));
    CHECK(driver.shows("请听窗口喊号"));
    driver.hall().show(BoardSample::calls);
    driver.frames();
    CHECK(driver.shows("A023"));
}

TEST_CASE("before the first call the board asks to take a number; closed, it tells when the doors open") {
    BoardDriver driver;
    driver.show(BoardSample::nothing_called);
    CHECK(driver.shows("请取号等候"));
    CHECK(driver.shows("桂花里社区服务大厅"));
    driver.show(BoardSample::closed);
    CHECK(driver.shows("今天休息"));
    CHECK(driver.shows("明天（星期二）8:30 开门"));
    CHECK(driver.shows("8:30–17:30"));
}

TEST_CASE("a call says whether it goes on or is over") {
    BoardDriver driver;
    CHECK(driver.shows("正在叫号"));
    BoardPicture picture = *driver.hall().picture();
    picture.view.calls.front().state = TicketState::serving;
    driver.show_picture(std::move(picture));
    CHECK(driver.shows("刚刚叫过"));
}

TEST_CASE("notices are shown until their last day; those without room take turns with the minutes") {
    BoardDriver driver;
    HallContent content = driver.content();
    content.board.notices.clear();
    driver.show(BoardSample::calls, content);
    CHECK(driver.shows("没听到叫号也不要紧"));
    content.board.notices = {{{"昨天到期", "Over"}, LocalDate{2026, 11, 22}},
                             {{"今天到期", "Today"}, LocalDate{2026, 11, 23}}};
    driver.show(BoardSample::calls, content);
    CHECK_FALSE(driver.shows("昨天到期"));
    CHECK(driver.shows("今天到期"));
    content.board.notices.clear();
    for (const char* text : {"一", "二", "三"})
        content.board.notices.push_back(
            {{std::string("这是一条写满了二十四个字的很长的通知其中之第") + text, "Long"}, {}});
    driver.show(BoardSample::calls, content);
    int shown[3] = {};
    for (int minute = 0; minute < 6; ++minute) {
        int now = 0;
        for (int notice = 0; notice < 3; ++notice)
            if (driver.shows(std::string("其中之第") + (notice == 0 ? "一" : notice == 1 ? "二" : "三"))) {
                ++shown[notice];
                ++now;
            }
        CHECK(now == 1);
        driver.pass(60'000);
    }
    CHECK((shown[0] == 2 && shown[1] == 2 && shown[2] == 2));
}

TEST_CASE("content may hold asterisks without becoming bold") {
    BoardDriver driver;
    HallContent content = driver.content();
    content.lines[0].name.zh = "民*政*";
    driver.show(BoardSample::calls, content);
    CHECK(driver.shows("民*政* 4 人"));
}

}  // namespace linli::kiosk::testing
