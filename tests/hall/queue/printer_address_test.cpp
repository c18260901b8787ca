// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/printer_address.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli;
using Kind = PrinterAddress::Kind;

TEST_CASE("an address of each kind is read and written the same again") {
    for (const char* text :
         {"usb:/dev/usb/lp0", "serial:/dev/ttyUSB0:115200", "serial:/dev/serial/by-id/a:b:9600",
          "tcp:192.168.1.50:9100", "tcp:[fd00::50]:9100", "tcp:printer.local:9100", "tcp:slips-1:9100", "none"}) {
        INFO(text);
        const auto address = parse_printer_address(text);
        REQUIRE(address.has_value());
        CHECK(address->text() == text);
    }
    const auto tcp = parse_printer_address("tcp:192.168.1.50:9100").value();
    CHECK(tcp == PrinterAddress{Kind::tcp, "192.168.1.50", 9100});
    CHECK(parse_printer_address("serial:/dev/ttyS0:9600") == PrinterAddress{Kind::serial, "/dev/ttyS0", 9600});
    CHECK(parse_printer_address("")->kind == Kind::looked_for);
}

TEST_CASE("what is no address is none") {
    for (const char* text : {"usb",
                             "usb:",
                             "usb:lp0",
                             "serial:/dev/ttyUSB0",
                             "serial:/dev/ttyUSB0:123",
                             "serial:ttyUSB0:9600",
                             "serial:/dev/ttyUSB0:-9600",
                             "tcp:printer.local",
                             "tcp:192.168.1.50",
                             "tcp:192.168.1.50:0",
                             "tcp:192.168.1.50:65536",
                             "tcp:192.168.1.50:9100x",
                             "tcp::9100",
                             "tcp:192.168.1.500:9100",
                             "tcp:192.168.1:9100",
                             "tcp:-a:9100",
                             "tcp:a..b:9100",
                             "tcp:a_b:9100",
                             "tcp:a b:9100",
                             "tcp:[a]b:9100",
                             "bluetooth:/dev/x",
                             "None",
                             " none"}) {
        INFO(text);
        CHECK_FALSE(parse_printer_address(text).has_value());
    }
    CHECK_FALSE(parse_printer_address("usb:/" + std::string(300, 'x')).has_value());
    CHECK_FALSE(parse_printer_address(std::string("usb:/dev\0x", 10)).has_value());
}

TEST_CASE("a mistyped setting is found before it is made") {
    CHECK(check_device_setting("printer.address", "none") == SettingCheck::good);
    CHECK(check_device_setting("printer.address", "usb:lp0") == SettingCheck::wrong_value);
    CHECK(check_device_setting("printer.width", "384") == SettingCheck::good);
    CHECK(check_device_setting("printer.width", "80") == SettingCheck::wrong_value);
    CHECK(check_device_setting("printer.lettering", "auto") == SettingCheck::good);
    CHECK(check_device_setting("printer.paper", "maybe") == SettingCheck::wrong_value);
    CHECK(check_device_setting("printer.adress", "none") == SettingCheck::unknown_name);
    CHECK(check_device_setting("sound.volume", "60") == SettingCheck::good);
    CHECK(check_device_setting("sound.volume", "101") == SettingCheck::wrong_value);
    CHECK(check_device_setting("guidance.volume", "0") == SettingCheck::good);
    CHECK(check_device_setting("guidance.volume", "loud") == SettingCheck::wrong_value);
    CHECK(check_device_setting("voice.folder", "/srv/voice") == SettingCheck::good);
    CHECK(check_device_setting("voice.folder", "voice") == SettingCheck::wrong_value);
    CHECK(check_device_setting("guidance.device", "auto") == SettingCheck::good);
    CHECK(check_device_setting("sound.loudness", "60") == SettingCheck::unknown_name);
    CHECK(check_device_setting("board.display", "1") == SettingCheck::unknown_name);
}
