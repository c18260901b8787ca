// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "kiosk/app/screen_table.h"
#include "tests/kiosk/support/driver.h"

namespace linli::kiosk::testing {

namespace {

void type(Driver& driver, const std::string& digits) {
    for (const char digit : digits) driver.tap(std::string("key.") + digit);
}

void open_with(Driver& driver, const std::string& code) {
    type(driver, code);
    driver.tap("key.action");
}

bool is_open_to_everybody(Driver& driver) {
    return screen_row(driver.screen()).gate == Gate::everybody &&
           driver.kiosk().session().setup.right == SetupRight::none;
}

}  // namespace

TEST_CASE("the right code opens the installer's page") {
    Driver driver;
    driver.show(ScreenId::setup_code, Session{});
    CHECK_FALSE(driver.enabled("key.action"));
    open_with(driver, SampleService::sample_setup_code);
    CHECK(driver.screen() == ScreenId::installer);
    CHECK(driver.kiosk().session().setup.right == SetupRight::full);
}

TEST_CASE("what is typed as a code stands nowhere on the screen") {
    Driver driver;
    driver.show(ScreenId::setup_code, Session{});
    type(driver, "4821");
    CHECK_FALSE(driver.shows("4821"));
    CHECK(driver.shows("● ● ● ●"));
}

TEST_CASE("a wrong code says how many tries are left, and the fifth that the code is void") {
    Driver driver;
    driver.show(ScreenId::setup_code, Session{});
    for (int left = 4; left > 0; --left) {
        open_with(driver, "000000");
        CHECK(driver.shows("还可以试 " + std::to_string(left) + " 次"));
        CHECK(is_open_to_everybody(driver));
    }
    open_with(driver, "000000");
    CHECK(driver.shows("作废"));
    open_with(driver, SampleService::sample_setup_code);
    CHECK(driver.screen() == ScreenId::setup_code);
    CHECK(driver.shows("没有能用的码"));
}

TEST_CASE("an old code and a hall that fails are told apart") {
    Driver driver;
    driver.show(ScreenId::setup_code, Session{});
    driver.service().answer_next(Refused{Refusal::setup_code_expired, {}, {}});
    open_with(driver, "123456");
    CHECK(driver.shows("过了 15 分钟"));
    driver.service().answer_next(Error{ErrorCode::disk_full, "full"});
    open_with(driver, "123456");
    CHECK(driver.shows("没能核对"));
    CHECK(driver.screen() == ScreenId::setup_code);
}

TEST_CASE("who comes to the code page by chance finds plain words and the way back") {
    Driver driver;
    driver.show(ScreenId::setup_code, Session{});
    CHECK(driver.shows("这里是安装人员用的"));
    driver.tap("setup_back");
    CHECK(driver.screen() == ScreenId::home);
}

TEST_CASE("a code page that nobody touches goes away") {
    Driver driver;
    driver.show(ScreenId::setup_code, Session{});
    driver.pass(82'000);
    CHECK(driver.screen() == ScreenId::attract);
}

TEST_CASE("leaving, going home and the time-out end an installer's right") {
    for (const int way : {0, 1, 2, 3}) {
        Driver driver;
        driver.show(ScreenId::installer);
        REQUIRE(driver.kiosk().session().setup.right == SetupRight::full);
        if (way == 0) driver.tap("setup_leave");
        if (way == 1) driver.tap("bar.home");
        if (way == 2) driver.pass(Visit::installers_quiet_ms + Visit::warning_ms + 2'000);
        if (way == 3) driver.tap("bar.back");
        INFO(way);
        CHECK(driver.screen() == (way == 1 ? ScreenId::home : ScreenId::attract));
        CHECK(driver.kiosk().session().setup.right == SetupRight::none);
    }
}

TEST_CASE("an installer has ten minutes to read and to walk to the printer, and then the same warning as everybody") {
    Driver driver;
    driver.show(ScreenId::setup_code, Session{});
    open_with(driver, SampleService::sample_setup_code);
    REQUIRE(driver.screen() == ScreenId::installer);
    driver.tap("item.printer");
    driver.pass(590'000);
    CHECK_FALSE(driver.has("timeout.stay"));
    CHECK(driver.screen() == ScreenId::installer_printer);
    driver.pass(15'000);
    REQUIRE(driver.has("timeout.stay"));
    driver.tap("timeout.stay");
    driver.pass(590'000);
    CHECK(driver.screen() == ScreenId::installer_printer);
    driver.pass(32'000);
    CHECK(driver.screen() == ScreenId::attract);
    CHECK(driver.kiosk().session().setup.right == SetupRight::none);
}

TEST_CASE("after an installer's visit residents have their own sixty seconds again") {
    Driver driver;
    driver.show(ScreenId::installer);
    driver.tap("bar.home");
    REQUIRE(driver.screen() == ScreenId::home);
    driver.pass(Visit::quiet_ms + Visit::warning_ms + 2'000);
    CHECK(driver.screen() == ScreenId::attract);
}

TEST_CASE("a page of the installer's does not open for a visit without the right") {
    Driver driver;
    driver.show(ScreenId::installer, Session{});  // shown past the gate, as no touch can
    driver.tap("item.network");
    CHECK(driver.screen() == ScreenId::home);
}

TEST_CASE("no touch on any page that residents see leads to the installer's pages") {
    Driver driver;
    for (const ScreenRow& row : screen_table()) {
        if (row.gate != Gate::everybody || row.id == ScreenId::out_of_service) continue;
        const auto enter = [&] {
            Session session = sample_session(row.id, driver.service());
            session.setup = {};
            driver.show(row.id, std::move(session));
            driver.pass(400);
        };
        enter();
        std::vector<std::string> ids;
        for (const auto& target : driver.record().targets)
            if (target.state == LayoutRecord::Target::enabled) ids.push_back(target.id);
        for (const std::string& id : ids) {
            enter();
            if (!driver.has(id)) continue;
            driver.tap(id);
            INFO(row.name << " " << id << " -> " << name_of(driver.screen()));
            CHECK(is_open_to_everybody(driver));
        }
    }
}

TEST_CASE("a thousand touches anywhere, short of holding the corner and knowing the code, open nothing") {
    Driver driver;
    std::mt19937 random(7);
    for (int i = 0; i < 1000; ++i) {
        const Point at{static_cast<float>(random() % 1080), static_cast<float>(random() % 1920)};
        driver.finger_down(at);
        driver.clock().advance(random() % 1500);
        driver.finger_up(at);
        driver.clock().advance(350);
        driver.frames(2);
        REQUIRE(is_open_to_everybody(driver));
    }
}

TEST_CASE("every item of the list opens its own page, and back returns to the list") {
    for (const SetupItem item : setup_items) {
        Driver driver;
        driver.show(ScreenId::installer);
        const std::string id = std::string("item.") + name_of(item);
        driver.tap(id);
        CHECK(std::string(name_of(driver.screen())) == std::string("installer_") + name_of(item));
        driver.tap("bar.back");
        CHECK(driver.screen() == ScreenId::installer);
        CHECK(driver.kiosk().session().setup.right == SetupRight::full);
    }
}

TEST_CASE("the list says of each thing how it is in words") {
    Driver driver;
    driver.show(ScreenId::installer);
    driver.frames();
    CHECK(driver.shows("要留意"));  // the sample's paper is near its end
    CHECK(driver.shows("要处理"));  // and there is no sound card
    CHECK(driver.shows("好"));
}

TEST_CASE("all checks are walked through in order, and a summary says what is to be done") {
    Driver driver;
    driver.show(ScreenId::installer);
    driver.tap("check_all");
    for (const SetupItem item : checked_items) {
        CHECK(std::string(name_of(driver.screen())) == std::string("installer_") + name_of(item));
        driver.tap("walk_on");
    }
    CHECK(driver.screen() == ScreenId::setup_summary);
    CHECK_FALSE(driver.kiosk().session().setup.walk.has_value());
    CHECK(driver.shows("项要处理"));
    driver.tap("to_list");
    CHECK(driver.screen() == ScreenId::installer);
}

TEST_CASE("a walk in which everything is seen to work ends with all good") {
    Driver driver;
    HallPicture picture = *driver.service().picture();
    for (DeviceStatus& device : picture.status.devices) {
        device.health = DeviceHealth::good;
        device.detail = "ready";
    }
    driver.service().set_picture(std::move(picture));
    driver.show(ScreenId::installer);
    driver.tap("check_all");
    for (int i = 0; i < 3; ++i) {
        driver.pass(500);
        driver.tap("seen");
        driver.tap("walk_on");
    }
    REQUIRE(driver.screen() == ScreenId::installer_touch);
    driver.tap("test");
    for (const Point at : {Point{90, 90}, {990, 90}, {990, 1830}, {90, 1830}, {540, 960}}) {
        driver.pass(400);
        driver.finger_down(at);
        driver.finger_up(at);
        driver.frames();
    }
    REQUIRE(driver.screen() == ScreenId::installer_touch);
    driver.pass(400);
    driver.tap("walk_on");
    driver.tap("looks_good");
    driver.tap("walk_on");
    driver.tap("walk_on");
    CHECK(driver.screen() == ScreenId::setup_summary);
    CHECK(driver.shows("都好"));
}

}  // namespace linli::kiosk::testing
