// SPDX-License-Identifier: Apache-2.0
#include "kiosk/app/held_corner.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/kiosk/support/driver.h"

namespace linli::kiosk::testing {

namespace {

constexpr Rect corner{0, 0, 168, 136};
constexpr Point on_the_mark{80, 70};

FingerEvent event(FingerEvent::Kind kind, Point at, std::int64_t at_ms) { return {kind, at, at_ms}; }

HeldCorner held_since(std::int64_t at_ms) {
    HeldCorner held;
    held.push(event(FingerEvent::Kind::down, on_the_mark, at_ms), corner);
    return held;
}

// Frames drawn meanwhile take time too: short of what is asked by less than a fifth of a second.
void hold(Driver& driver, std::int64_t milliseconds, Point at = on_the_mark) {
    driver.clock().advance(1000);
    driver.finger_down(at);
    driver.pass(milliseconds);
}

void lose_database(Driver& driver) {
    HallPicture picture = *driver.service().picture();
    picture.trouble = Error{ErrorCode::io, "the disk is gone"};
    driver.service().set_picture(std::move(picture));
    driver.frames();
    REQUIRE(driver.screen() == ScreenId::out_of_service);
}

void find_database(Driver& driver) {
    HallPicture picture = *driver.service().picture();
    picture.trouble.reset();
    driver.service().set_picture(std::move(picture));
    driver.frames();
}

}  // namespace

TEST_CASE("a corner opens after five seconds and not a millisecond before") {
    const HeldCorner held = held_since(10'000);
    CHECK_FALSE(held.opens(14'999));
    CHECK(held.opens(15'000));
    CHECK(HeldCorner{}.opens(99'000) == false);
}

TEST_CASE("nothing is seen for two seconds, then a ring grows until it opens") {
    const HeldCorner held = held_since(0);
    CHECK(held.turn(2000) == 0);
    CHECK(held.next_change_in_ms(500) == 1500);
    CHECK(held.turn(3500) == 0.5F);
    CHECK(held.turn(5000) == 1);
    CHECK(held.next_change_in_ms(4990) == 10);
    CHECK(HeldCorner{}.next_change_in_ms(0) == -1);
}

TEST_CASE("a finger that lifts, slides, is joined by another or is lost no longer holds") {
    for (const FingerEvent& end :
         {event(FingerEvent::Kind::up, on_the_mark, 3000), event(FingerEvent::Kind::cancel, {}, 3000),
          event(FingerEvent::Kind::another, {}, 3000),
          event(FingerEvent::Kind::move, {on_the_mark.x, on_the_mark.y + 25}, 3000)}) {
        HeldCorner held = held_since(0);
        held.push(end, corner);
        CHECK_FALSE(held.opens(6000));
    }
    HeldCorner trembling = held_since(0);
    trembling.push(event(FingerEvent::Kind::move, {on_the_mark.x + 10, on_the_mark.y - 10}, 3000), corner);
    CHECK(trembling.opens(5000));
}

TEST_CASE("a finger that comes down beside the corner, or where none counts, does not hold it") {
    HeldCorner held;
    held.push(event(FingerEvent::Kind::down, {200, 70}, 0), corner);
    held.push(event(FingerEvent::Kind::move, on_the_mark, 100), corner);
    CHECK_FALSE(held.opens(9000));
    held.push(event(FingerEvent::Kind::down, on_the_mark, 0), Rect{});
    CHECK_FALSE(held.opens(9000));
}

TEST_CASE("the held corner opens the code page from the attract page and from home") {
    for (const ScreenId from : {ScreenId::attract, ScreenId::home}) {
        Driver driver;
        driver.show(from, Session{});
        hold(driver, 4'700);
        CHECK(driver.screen() == from);
        driver.pass(400);
        CHECK(driver.screen() == ScreenId::setup_code);
        driver.finger_up(on_the_mark);
        driver.frames();
        CHECK(driver.screen() == ScreenId::setup_code);
        CHECK(driver.kiosk().session().setup.right == SetupRight::none);
    }
}

TEST_CASE("whoever only rests a hand on the corner begins a visit like anybody") {
    Driver driver;
    hold(driver, 3'000);
    driver.finger_up(on_the_mark);
    driver.frames();
    CHECK(driver.screen() == ScreenId::home);
}

TEST_CASE("on the screen a slid finger and a second one end the hold") {
    for (const bool second : {false, true}) {
        Driver driver;
        driver.show(ScreenId::home, Session{});
        hold(driver, 2'000);
        if (second)
            driver.finger_down({500, 1000}, 2);
        else
            driver.finger_move({80, 110});
        driver.pass(6'000);
        CHECK(driver.screen() == ScreenId::home);
    }
}

TEST_CASE("on other pages the corner is a corner") {
    Driver driver;
    driver.show(ScreenId::choose);
    hold(driver, 8'000);
    CHECK(driver.screen() == ScreenId::choose);
}

TEST_CASE("a hold over the time-out warning opens nothing") {
    Driver driver;
    driver.show(ScreenId::home, Session{});
    driver.pass(62'000);
    REQUIRE(driver.has("timeout.stay"));
    hold(driver, 6'000);
    CHECK(driver.screen() == ScreenId::home);
}

TEST_CASE("a hold opens nothing while the hall is only starting") {
    Driver driver({.starts_empty = true});
    REQUIRE(driver.screen() == ScreenId::out_of_service);
    hold(driver, 8'000);
    CHECK(driver.screen() == ScreenId::out_of_service);
}

TEST_CASE("without a database the corner opens what needs none, and nothing that would need a code") {
    Driver driver;
    lose_database(driver);
    hold(driver, 5'200);
    REQUIRE(driver.screen() == ScreenId::installer);
    driver.finger_up(on_the_mark);
    for (const char* safe : {"item.touch", "item.screen", "item.network", "item.version", "item.power"})
        CHECK(driver.has(safe));
    for (const char* other : {"item.printer", "item.board", "item.sound", "item.volume", "check_all"})
        CHECK_FALSE(driver.has(other));
    driver.pass(400);
    driver.tap("item.power");
    CHECK(driver.has("restart"));
    CHECK_FALSE(driver.has("shut_down"));
    driver.tap("bar.home");
    CHECK(driver.screen() == ScreenId::out_of_service);
    CHECK(driver.kiosk().session().setup.right == SetupRight::none);
}

TEST_CASE("once the database is back, what was open without a code ends") {
    Driver driver;
    lose_database(driver);
    hold(driver, 5'200);
    REQUIRE(driver.screen() == ScreenId::installer);
    find_database(driver);
    CHECK(driver.screen() == ScreenId::attract);
    CHECK(driver.kiosk().session().setup.right == SetupRight::none);
}

TEST_CASE("an installer's right ends where the database is lost") {
    Driver driver;
    driver.show(ScreenId::installer);
    REQUIRE(driver.kiosk().session().setup.right == SetupRight::full);
    lose_database(driver);
    CHECK(driver.kiosk().session().setup.right == SetupRight::none);
}

}  // namespace linli::kiosk::testing
