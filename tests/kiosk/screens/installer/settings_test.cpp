// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "kiosk/screens/installer/address_entry.h"
#include "kiosk/screens/installer/touch_marks.h"
#include "tests/kiosk/support/driver.h"

namespace linli::kiosk::testing {

namespace {

std::optional<std::string> typed(const std::string& text) {
    AddressEntry entry;
    for (const char sign : text) entry.press(sign);
    return entry.complete();
}

std::vector<AskSetDevice> set(Driver& driver) {
    std::vector<AskSetDevice> all;
    for (const Question& question : driver.service().asked())
        if (const auto* one = std::get_if<AskSetDevice>(&question)) all.push_back(*one);
    return all;
}

int power_orders(Driver& driver) {
    int count = 0;
    for (const Question& question : driver.service().asked()) count += std::holds_alternative<AskPower>(question);
    return count;
}

void touch_at(Driver& driver, Point at) {
    driver.pass(400);
    driver.finger_down(at);
    driver.finger_up(at);
    driver.frames();
}

}  // namespace

TEST_CASE("an address of four numbers is taken, with the usual port or its own") {
    CHECK(typed("192.168.1.50") == "tcp:192.168.1.50:9100");
    CHECK(typed("10.0.0.7:515") == "tcp:10.0.0.7:515");
    CHECK(typed("255.255.255.255:65535") == "tcp:255.255.255.255:65535");
    for (const char* wrong : {"", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1..3.4", "1.2.3.4:", "1.2.3.4:0",
                              "1.2.3.4:65536", ":9100", "1.2.3.4:1:2", "....", "1.2.3.4:99999999999999"}) {
        INFO(wrong);
        CHECK_FALSE(typed(wrong).has_value());
    }
}

TEST_CASE("a typed address is saved as the printer's, and what is none is refused in words") {
    Driver driver;
    driver.show(ScreenId::printer_address);
    for (const char sign : std::string("192.168.1")) driver.tap(std::string("key.") + sign);
    driver.tap("key.action");
    CHECK(driver.shows("这不像地址"));
    CHECK(set(driver).empty());
    for (const char sign : std::string(".50")) driver.tap(std::string("key.") + sign);
    driver.tap("key.action");
    REQUIRE(set(driver).size() == 1);
    CHECK(set(driver)[0].name == "printer.address");
    CHECK(set(driver)[0].value == "tcp:192.168.1.50:9100");
    CHECK(driver.shows("存好了"));
    CHECK(driver.shows("tcp:192.168.1.50:9100"));
}

TEST_CASE("the printer can be found by itself again, and its paper is 80 or 58 mm wide") {
    Driver driver;
    driver.show(ScreenId::printer_address);
    CHECK(driver.shows("80 毫米"));
    driver.tap("paper_width");
    CHECK(driver.shows("纸宽 58 毫米"));
    driver.tap("address_auto");
    REQUIRE(set(driver).size() == 2);
    CHECK(set(driver)[0].name == "printer.width");
    CHECK(set(driver)[0].value == "384");
    CHECK(set(driver)[1].name == "printer.address");
    CHECK_FALSE(set(driver)[1].value.has_value());
    CHECK(driver.shows("自动找"));
}

TEST_CASE("a setting that could not be saved says so") {
    Driver driver;
    driver.show(ScreenId::printer_address);
    driver.service().answer_next(Error{ErrorCode::disk_full, "full"});
    driver.tap("paper_width");
    CHECK(driver.shows("没存进去"));
}

TEST_CASE("a hall that was told to have no printer says so, and a name set by command is shown") {
    Driver driver;
    driver.service().answer_next(AnswerValue(DeviceSettings{{{"printer.address", "none"}}}));
    driver.show(ScreenId::printer_address);
    CHECK(driver.shows("没有打印机"));
    CHECK(driver.shows("linli device set printer.address"));
    driver.service().answer_next(AnswerValue(DeviceSettings{{{"printer.address", "tcp:slips.lan:9100"}}}));
    driver.show(ScreenId::printer_address);
    CHECK(driver.shows("tcp:slips.lan:9100"));
}

TEST_CASE("a volume that could not be saved goes back to what it is") {
    Driver driver;
    driver.show(ScreenId::installer_volume);
    driver.tap("calls_add");
    REQUIRE(driver.shows("90 %"));
    driver.service().answer_next(Error{ErrorCode::disk_full, "full"});
    driver.tap("calls_remove");
    CHECK(driver.shows("没存进去"));
    CHECK(driver.shows("90 %"));
    driver.tap("calls_remove");
    CHECK(driver.shows("80 %"));
    CHECK_FALSE(driver.shows("没存进去"));
}

TEST_CASE("volumes go in tens from 0 to 100") {
    Driver driver;
    driver.show(ScreenId::installer_volume);
    CHECK(driver.shows("80 %"));
    CHECK(driver.shows("60 %"));
    driver.tap("calls_add");
    driver.tap("calls_add");
    CHECK(driver.shows("100 %"));
    CHECK_FALSE(driver.enabled("calls_add"));
    for (int i = 0; i < 6; ++i) driver.tap("guidance_remove");
    CHECK(driver.shows("0 %"));
    CHECK_FALSE(driver.enabled("guidance_remove"));
    const auto made = set(driver);
    REQUIRE(made.size() == 8);
    CHECK(made[1].name == "sound.volume");
    CHECK(made[1].value == "100");
    CHECK(made[7].name == "guidance.volume");
    CHECK(made[7].value == "0");
    driver.tap("test");
    CHECK(driver.shows("放过了"));
}

TEST_CASE("touches within forty units of their marks pass, and one that is off fails") {
    const Size space{1080, 1920};
    const auto marks = touch_marks(space);
    std::vector<Point> touches(marks.begin(), marks.end());
    CHECK(touches_pass(space, touches));
    touches[2].x += 39;
    CHECK(touches_pass(space, touches));
    touches[2].y += 30;
    CHECK_FALSE(touches_pass(space, touches));
    CHECK(touch_offsets(space, touches)[2] > 49);
    touches.pop_back();
    CHECK_FALSE(touches_pass(space, touches));
}

TEST_CASE("the touch test shows how far off each touch was and what to do") {
    Driver driver;
    driver.show(ScreenId::installer_touch);
    driver.tap("test");
    REQUIRE(driver.screen() == ScreenId::touch_test);
    for (const Point at : {Point{150, 90}, {990, 90}, {990, 1830}, {90, 1830}, {540, 960}}) touch_at(driver, at);
    CHECK(driver.screen() == ScreenId::installer_touch);
    CHECK(driver.shows("有的地方偏"));
    CHECK(driver.shows("往右偏一点"));
    CHECK(driver.shows("擦净"));
    CHECK_FALSE(driver.shows("校准值"));
    CHECK(driver.kiosk().session().setup.outcome(SetupItem::touch) == SetupVisit::Outcome::bad);
}

TEST_CASE("a panel whose axes are swapped is told from one that is off, with the numbers that mend it") {
    Driver driver;
    driver.show(ScreenId::installer_touch);
    driver.tap("test");
    for (const Point at : touch_marks({1080, 1920})) touch_at(driver, {at.y * 1080 / 1920, at.x * 1920 / 1080});
    CHECK(driver.screen() == ScreenId::installer_touch);
    CHECK(driver.shows("横竖弄反了"));
    CHECK(driver.shows("往左下偏很多"));
    CHECK(driver.shows("0   1   0"));
    CHECK(driver.shows("手册"));
}

TEST_CASE("five touches anywhere end the touch test: nobody is shut in by a screen that is off") {
    Driver driver;
    driver.show(ScreenId::installer_touch);
    driver.tap("test");
    for (int i = 0; i < 5; ++i) touch_at(driver, {500, 500});
    CHECK(driver.screen() == ScreenId::installer_touch);
}

TEST_CASE("test pictures follow one another by touch and lead back") {
    Driver driver;
    driver.show(ScreenId::installer_screen);
    driver.tap("test");
    REQUIRE(driver.screen() == ScreenId::screen_picture);
    for (int i = 0; i < 5; ++i) touch_at(driver, {500, 500});
    CHECK(driver.screen() == ScreenId::screen_picture);
    touch_at(driver, {500, 500});
    CHECK(driver.screen() == ScreenId::installer_screen);
    driver.pass(400);
    driver.tap("looks_bad");
    CHECK(driver.kiosk().session().setup.outcome(SetupItem::screen) == SetupVisit::Outcome::bad);
}

TEST_CASE("the network's page shows links, addresses, the way out and who keeps the clock") {
    Driver driver;
    driver.show(ScreenId::installer_network);
    driver.frames();
    for (const char* words : {"enp1s0", "192.168.1.20", "192.168.1.1", "由网络校准"}) {
        INFO(words);
        CHECK(driver.shows(words));
    }
    driver.service().answer_next(AnswerValue(MachineFacts{}));
    driver.tap("look_again");
    CHECK(driver.shows("没有连上网络"));
}

TEST_CASE("the machine is only switched off after a question that names what follows") {
    Driver driver;
    driver.show(ScreenId::installer_power);
    driver.tap("shut_down");
    CHECK(driver.shows("有人按电源键"));
    CHECK(power_orders(driver) == 0);
    driver.tap("power_no");
    CHECK(power_orders(driver) == 0);
    driver.tap("shut_down");
    driver.tap("power_yes");
    CHECK(power_orders(driver) == 1);
    CHECK(driver.shows("这里没有关机的命令"));  // a sample hall switches nothing off
}

TEST_CASE("what came of an order to switch off is said in words") {
    for (const auto& [outcome, words] : {std::pair{PowerOutcome::ordered, "正在关"},
                                         {PowerOutcome::not_permitted, "packaging/polkit"},
                                         {PowerOutcome::failed, "没有关成"}}) {
        Driver driver;
        driver.show(ScreenId::installer_power);
        driver.tap("restart");
        driver.service().answer_next(AnswerValue(PowerAnswer{outcome}));
        driver.tap("power_yes");
        CHECK(driver.shows(words));
    }
}

}  // namespace linli::kiosk::testing
