// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/kiosk/support/driver.h"

namespace linli::kiosk::testing {

namespace {

void set_devices(Driver& driver, std::vector<DeviceStatus> devices) {
    HallPicture picture = *driver.service().picture();
    picture.status.devices = std::move(devices);
    driver.service().set_picture(std::move(picture));
    driver.frames();
}

SetupVisit::Outcome outcome_of(Driver& driver, SetupItem item) { return driver.kiosk().session().setup.outcome(item); }

int asked_tests(Driver& driver) {
    int count = 0;
    for (const Question& question : driver.service().asked()) count += std::holds_alternative<AskDeviceTest>(question);
    return count;
}

}  // namespace

TEST_CASE("a device's page says how it is, and how to mend it where it is not well") {
    Driver driver;
    set_devices(driver, {{"board", Device::board, DeviceHealth::good, "ready", 0}});
    driver.show(ScreenId::installer_board);
    CHECK(driver.shows("叫号屏正常"));
    set_devices(driver, {{"board", Device::board, DeviceHealth::absent, "no_display", 0}});
    CHECK(driver.shows("叫号屏没有接上"));
    CHECK(driver.shows("视频线"));
    set_devices(driver, {{"kiosk", Device::printer, DeviceHealth::bad, "paper_out", 0}});
    CHECK(driver.shows("还没有启动过"));
    driver.show(ScreenId::installer_printer);
    CHECK(driver.shows("没有纸了"));
    CHECK(driver.shows("放一卷新纸"));
    set_devices(driver, {{"kiosk", Device::printer, DeviceHealth::bad, "code_of_tomorrow", 0}});
    CHECK(driver.shows("code_of_tomorrow"));
}

TEST_CASE("of several programs with one kind of device the worst counts, and one that is there before none") {
    Driver driver;
    set_devices(driver, {{"board", Device::sound, DeviceHealth::absent, "no_card", 0},
                         {"kiosk", Device::sound, DeviceHealth::good, "ready", 0}});
    driver.show(ScreenId::installer_sound);
    CHECK(driver.shows("声音正常"));
    set_devices(driver, {{"board", Device::sound, DeviceHealth::bad, "muted", 0},
                         {"kiosk", Device::sound, DeviceHealth::good, "ready", 0}});
    CHECK(driver.shows("声音被关掉了"));
}

TEST_CASE("a test that is done asks what was seen, and the answer is kept for the summary") {
    Driver driver;
    set_devices(driver, {{"kiosk", Device::printer, DeviceHealth::good, "ready", 0}});
    driver.show(ScreenId::installer_printer);
    driver.tap("test");
    CHECK(driver.shows("测试小票出来了吗"));
    driver.tap("not_seen");
    CHECK(outcome_of(driver, SetupItem::printer) == SetupVisit::Outcome::bad);
    CHECK(driver.shows("测试没有通过"));
    driver.tap("test");
    driver.tap("seen");
    CHECK(outcome_of(driver, SetupItem::printer) == SetupVisit::Outcome::good);
    CHECK(asked_tests(driver) == 2);
}

TEST_CASE("a test that fails says why and what to do") {
    Driver driver;
    driver.show(ScreenId::installer_board);
    driver.service().set_test_outcome(DeviceRequest::State::failed, "no_display");
    driver.tap("test");
    CHECK(driver.shows("叫号屏没有接上"));
    CHECK(outcome_of(driver, SetupItem::board) == SetupVisit::Outcome::bad);
}

TEST_CASE("a test that nobody answers ends after ten seconds with what to do") {
    for (const auto state : {DeviceRequest::State::asked, DeviceRequest::State::taken}) {
        Driver driver;
        driver.show(ScreenId::installer_sound);
        driver.service().set_test_outcome(state);
        driver.tap("test");
        CHECK(driver.shows("正在测试"));
        driver.tap("test");  // it runs: a second touch asks nothing
        driver.pass(8'000);
        CHECK(driver.shows("正在测试"));
        driver.pass(2'000);
        CHECK(driver.shows("没有程序回应"));
        CHECK(driver.shows("systemctl"));
        CHECK(asked_tests(driver) == 1);
        CHECK(outcome_of(driver, SetupItem::sound) == SetupVisit::Outcome::bad);
    }
}

TEST_CASE("a test that takes its time is followed until it is done") {
    Driver driver;
    driver.show(ScreenId::installer_board);
    driver.service().set_test_outcome(DeviceRequest::State::taken);
    driver.tap("test");
    driver.pass(4'000);
    driver.service().set_test_outcome(DeviceRequest::State::done);
    driver.pass(1'000);
    driver.frames();
    CHECK(driver.shows("看到测试画面了吗"));
}

TEST_CASE("a test that could not be asked for says so, and nothing was changed") {
    Driver driver;
    driver.show(ScreenId::installer_board);
    driver.service().answer_next(Error{ErrorCode::disk_full, "full"});
    driver.tap("test");
    CHECK(driver.shows("测试没能开始"));
}

TEST_CASE("a test that passes does not hide what its program says is wrong") {
    Driver driver;
    driver.show(ScreenId::installer_printer);  // the sample's paper is near its end
    driver.tap("test");
    driver.tap("seen");
    CHECK(driver.shows("纸快用完了"));
}

}  // namespace linli::kiosk::testing
