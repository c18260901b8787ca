// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/kiosk/support/driver.h"

namespace linli::kiosk::testing {

namespace {

constexpr const char* spoken_zh = "通知：下午三点停电";

void set_message(Driver& driver, std::optional<LocalizedText> message) {
    HallPicture picture = *driver.service().picture();
    picture.status.message = std::move(message);
    driver.service().set_picture(std::move(picture));
    driver.frames();
}

const LocalizedText words{"下午三点停电", "No power from 3 pm"};

void begin_guided_visit(Driver& driver) {
    driver.clock().advance(1000);
    driver.tap("start");
    driver.tap("bar.voice");
    REQUIRE(driver.kiosk().modes().guided());
}

long times_said(Driver& driver, const std::string& sentence) {
    long times = 0;
    for (const auto& sentences : driver.spoken().said) times += std::ranges::count(sentences, sentence);
    return times;
}

}  // namespace

TEST_CASE("the staff's message is read before the first page, and not before each") {
    Driver driver;
    set_message(driver, words);
    begin_guided_visit(driver);
    REQUIRE_FALSE(driver.spoken().said.empty());
    CHECK(driver.spoken().said.back().front() == spoken_zh);
    driver.tap("take_number");
    driver.tap("bar.back");
    CHECK(times_said(driver, spoken_zh) == 1);
    SECTION("again where the person asks for the page again") {
        driver.spoken().is_speaking = false;
        driver.tap("bar.voice");
        CHECK(times_said(driver, spoken_zh) == 2);
    }
    SECTION("in the other language with the page") {
        driver.tap("bar.language");
        CHECK(driver.spoken().said.back().front() == "Notice: No power from 3 pm");
    }
    SECTION("to the next person as well") {
        driver.pass(Visit::quiet_ms + Visit::warning_ms + 2'000);
        REQUIRE(driver.screen() == ScreenId::attract);
        begin_guided_visit(driver);
        CHECK(times_said(driver, spoken_zh) == 2);
    }
}

TEST_CASE("a message that comes later is read alone, once what is being said has ended") {
    Driver driver;
    begin_guided_visit(driver);
    driver.pass(5'000);
    set_message(driver, words);
    driver.pass(1'000);
    CHECK(times_said(driver, spoken_zh) == 0);
    driver.spoken().is_speaking = false;
    driver.pass(1'000);
    REQUIRE(times_said(driver, spoken_zh) == 1);
    CHECK(driver.spoken().said.back().size() == 1);
    driver.spoken().is_speaking = false;
    driver.pass(3'000);
    CHECK(times_said(driver, spoken_zh) == 1);
    set_message(driver, {});
    driver.pass(1'000);
    CHECK_FALSE(driver.spoken().is_speaking);
}

TEST_CASE("nobody hears a message who has not asked for the voice") {
    Driver driver;
    set_message(driver, words);
    driver.clock().advance(1000);
    driver.tap("start");
    driver.tap("take_number");
    CHECK(driver.spoken().said.empty());
}

TEST_CASE("the voice says of a paused matter that it is paused") {
    Driver driver;
    HallPicture picture = *driver.service().picture();
    const Matter matter = picture.content->matters.front();
    picture.status.paused_matters = {{matter.id, {"经办人外出", {}, 0}}};
    driver.service().set_picture(std::move(picture));
    driver.frames();
    driver.show(ScreenId::choose, sample_session(ScreenId::choose, driver.service()), {.guidance = Guided::on});
    driver.pass(500);
    REQUIRE_FALSE(driver.spoken().said.empty());
    CHECK(times_said(driver, matter.name.zh + ", 暂停办理：经办人外出") >= 1);
}

}  // namespace linli::kiosk::testing
