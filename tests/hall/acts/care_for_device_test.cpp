// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/care_for_device.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/show_hall.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("a device says how it is once; saying the same again writes nothing") {
    TestHall test;
    const DeviceStatus out{"kiosk", Device::printer, DeviceHealth::bad, "paper_out", 0};
    REQUIRE(report_device(test.hall(), out).has_value());
    test.clock.pass_ms(60'000);
    auto other = test.another();
    const auto mark = value_of(other->change_mark());
    REQUIRE(report_device(test.hall(), out).has_value());
    CHECK(value_of(other->change_mark()) == mark);
    auto devices = value_of(show_hall(*other)).devices;
    REQUIRE(devices.size() == 1);
    CHECK(devices[0].same_as(out));
    CHECK(devices[0].since_ms == test.clock.wall_ms() - 60'000);

    REQUIRE(report_device(test.hall(), {"kiosk", Device::printer, DeviceHealth::good, "ready", 0}).has_value());
    devices = value_of(show_hall(*other)).devices;
    REQUIRE(devices.size() == 1);
    CHECK(devices[0].health == DeviceHealth::good);
    CHECK(test.journal_of("device.set").empty());
}

TEST_CASE("a setting is kept, journaled, and goes back to its default") {
    TestHall test;
    CHECK_FALSE(value_of(device_setting(test.hall(), "sound.volume")).has_value());
    REQUIRE(set_device(test.hall(), "sound.volume", "60").has_value());
    CHECK(value_of(device_setting(*test.another(), "sound.volume")) == "60");
    REQUIRE(set_device(test.hall(), "sound.volume", std::nullopt).has_value());
    CHECK_FALSE(value_of(device_setting(test.hall(), "sound.volume")).has_value());
    CHECK(test.journal_of("device.set").size() == 2);
    CHECK(error_of(set_device(test.hall(), "x", std::string(201, 'x'))) == "invalid_input");
    CHECK(error_of(set_device(test.hall(), "", "1")) == "invalid_input");
}

TEST_CASE("a test is taken by one program, within a minute, and its outcome can be followed") {
    TestHall test;
    auto other = test.another();
    const auto row = value_of(ask_device_test(test.hall(), Device::board));
    CHECK_FALSE(value_of(take_device_request(*other, Device::printer)).has_value());
    const auto taken = value_of(take_device_request(*other, Device::board));
    REQUIRE(taken.has_value());
    CHECK_FALSE(value_of(take_device_request(test.hall(), Device::board)).has_value());
    REQUIRE(finish_device_request(*other, *taken, "no_display").has_value());
    const auto outcome = value_of(device_request(test.hall(), row));
    REQUIRE(outcome.has_value());
    CHECK(outcome->state == DeviceRequest::State::failed);
    CHECK(outcome->detail == "no_display");

    const auto late = value_of(ask_device_test(test.hall(), Device::board));
    test.clock.pass_ms(61'000);
    CHECK_FALSE(value_of(take_device_request(*other, Device::board)).has_value());
    CHECK(value_of(device_request(test.hall(), late))->detail == "too_late");
}
