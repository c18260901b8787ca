// SPDX-License-Identifier: Apache-2.0
#include "kiosk/app/kiosk.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/kiosk/support/driver.h"

namespace linli::kiosk::testing {

namespace {

// From attract into a visit.
void begin_visit(Driver& driver) {
    driver.clock().advance(1000);
    driver.tap("start");
    REQUIRE(driver.screen() == ScreenId::home);
}

}  // namespace

TEST_CASE("a touch anywhere begins a visit") {
    Driver driver;
    REQUIRE(driver.screen() == ScreenId::attract);
    driver.clock().advance(1000);
    driver.finger_down({540, 1500});
    driver.finger_up({540, 1500});
    driver.frames();
    CHECK(driver.screen() == ScreenId::home);
}

TEST_CASE("a double tap on home does not press what comes under the finger on the next page") {
    Driver driver;
    begin_visit(driver);
    const Point at = driver.middle_of("take_number");
    for (int i = 0; i < 2; ++i) {
        driver.finger_down(at);
        driver.clock().advance(60);
        driver.finger_up(at);
        driver.clock().advance(60);
        driver.frames(2);
    }
    CHECK(driver.screen() == ScreenId::choose);
}

TEST_CASE("a second finger never presses") {
    Driver driver;
    begin_visit(driver);
    const Point first = driver.middle_of("policy"), second = driver.middle_of("take_number");
    driver.finger_down(first, 1);
    driver.finger_down(second, 2);
    driver.finger_up(second, 2);
    driver.frames();
    CHECK(driver.screen() == ScreenId::home);
    driver.finger_move({first.x, 20}, 1);
    driver.finger_up({first.x, 20}, 1);
    driver.frames();
    CHECK(driver.screen() == ScreenId::home);
}

TEST_CASE("a press is drawn in the frame of the touch") {
    Driver driver;
    begin_visit(driver);
    driver.finger_down(driver.middle_of("certificate"));
    bool moved_down = false;
    for (const auto& fill : driver.record().fills)
        moved_down |= fill.tint == Tint(Role::accent_soft) && fill.rect.width > 400;
    CHECK(moved_down);
}

TEST_CASE("storms of touches leave the kiosk alive and drawing") {
    Driver driver;
    begin_visit(driver);
    for (int i = 0; i < 400; ++i) {
        const Point at{static_cast<float>(i * 37 % 1080), static_cast<float>(i * 211 % 1920)};
        driver.finger_down(at, i % 5);
        driver.clock().advance(i % 3 == 0 ? 500 : 20);
        if (i % 4 != 0) driver.finger_move({at.x, at.y + 40}, i % 5);
        driver.finger_up(at, i % 5);
        if (i % 50 == 0) driver.resize(i % 100 == 0 ? 1920 : 1080, i % 100 == 0 ? 1080 : 1920);
    }
    driver.pass(90'000);
    CHECK(driver.screen() == ScreenId::attract);
}

TEST_CASE("a resize while a finger is down drops the press") {
    Driver driver;
    begin_visit(driver);
    const Point at = driver.middle_of("take_number");
    driver.finger_down(at);
    driver.resize(1920, 1080);
    driver.finger_up(at);
    driver.frames();
    CHECK(driver.screen() == ScreenId::home);
}

TEST_CASE("after 60 quiet seconds a warning comes, one touch anywhere extends, any number of times") {
    Driver driver;
    begin_visit(driver);
    for (int i = 0; i < 12; ++i) {
        driver.pass(59'000);
        CHECK_FALSE(driver.has("timeout.stay"));
        driver.pass(3'000);
        REQUIRE(driver.has("timeout.stay"));
        if (i % 2 == 0) {
            driver.tap("timeout.stay");
        } else {
            driver.finger_down({20, 20});
            driver.finger_up({20, 20});
            driver.frames();
        }
        CHECK_FALSE(driver.has("timeout.stay"));
        CHECK(driver.screen() == ScreenId::home);
    }
}

TEST_CASE("without a touch the visit ends after 80 s and everything is back to the defaults") {
    Driver driver;
    begin_visit(driver);
    driver.tap("bar.larger");
    driver.tap("bar.contrast");
    driver.tap("bar.language");
    driver.tap("bar.low");
    REQUIRE(driver.kiosk().modes().larger());
    REQUIRE(driver.kiosk().modes().english());
    driver.tap("certificate");
    REQUIRE(driver.kiosk().session().not_open_tile == "certificate");
    driver.pass(79'000);
    CHECK(driver.screen() == ScreenId::not_open_yet);
    driver.pass(3'000);
    CHECK(driver.screen() == ScreenId::attract);
    CHECK(driver.kiosk().session().not_open_tile.empty());
    CHECK_FALSE(driver.kiosk().modes().larger());
    CHECK_FALSE(driver.kiosk().modes().low());
    CHECK_FALSE(driver.kiosk().modes().english());
    CHECK(driver.kiosk().modes().contrast == Contrast::normal);
}

TEST_CASE("leaving on the warning ends the visit at once") {
    Driver driver;
    begin_visit(driver);
    driver.pass(65'000);
    driver.tap("timeout.leave");
    CHECK(driver.screen() == ScreenId::attract);
}

TEST_CASE("the contrast button goes from normal over yellow on black and black on white back to normal") {
    Driver driver;
    begin_visit(driver);
    for (const Contrast expected : {Contrast::yellow_on_black, Contrast::black_on_white, Contrast::normal}) {
        driver.tap("bar.contrast");
        CHECK(driver.kiosk().modes().contrast == expected);
    }
}

TEST_CASE("back and home are disabled on the home page and lead home from elsewhere") {
    Driver driver;
    begin_visit(driver);
    CHECK_FALSE(driver.enabled("bar.back"));
    CHECK_FALSE(driver.enabled("bar.home"));
    driver.tap("take_number");
    REQUIRE(driver.screen() == ScreenId::choose);
    driver.tap("bar.help");
    REQUIRE(driver.screen() == ScreenId::help);
    driver.tap("bar.back");
    CHECK(driver.screen() == ScreenId::choose);
    driver.tap("bar.home");
    CHECK(driver.screen() == ScreenId::home);
}

TEST_CASE("trouble brings the out-of-service page and its end brings the kiosk back by itself") {
    Driver driver;
    begin_visit(driver);
    HallPicture picture = *driver.service().picture();
    picture.trouble = Error{ErrorCode::io, "the disk is gone"};
    driver.service().set_picture(picture);
    driver.frames();
    CHECK(driver.screen() == ScreenId::out_of_service);
    CHECK(driver.shows("已经取的号都还在"));
    picture.trouble.reset();
    driver.service().set_picture(picture);
    driver.frames();
    CHECK(driver.screen() == ScreenId::attract);
}

TEST_CASE("before the hall's first reading the screen says so and tells of no fault") {
    Driver driver({.starts_empty = true});
    CHECK(driver.screen() == ScreenId::out_of_service);
    CHECK(driver.shows("正在准备"));
    CHECK_FALSE(driver.shows("办不了"));
}

TEST_CASE("nothing is drawn while nothing changes, but the clock's minute is") {
    Driver driver;
    driver.pass(2'000);
    CHECK(driver.frames(50) == 0);
    driver.clock().advance(60'000);
    CHECK(driver.frames(5) == 1);
    CHECK(driver.kiosk().next_update_in_ms() > 1000);
}

TEST_CASE("a long list glides under the finger, rests on whole rows and never taps a row it was dragged by") {
    Driver driver;
    driver.show(ScreenId::choose);
    driver.clock().advance(1000);
    const LayoutRecord::DragArea* list = nullptr;
    for (const auto& area : driver.record().drag_areas) list = &area;
    REQUIRE(list != nullptr);
    const Rect area = list->rect;
    driver.drag({area.centre().x, area.bottom() - 40}, {area.centre().x, area.y + 40}, 12);
    driver.frames(200);
    CHECK(driver.screen() == ScreenId::choose);
    for (const auto& target : driver.record().targets)
        if (area.intersects(target.rect)) CHECK(area.contains(target.rect, 1));
}

}  // namespace linli::kiosk::testing
