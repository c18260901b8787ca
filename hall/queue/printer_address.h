// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace linli {

/// Where a ticket printer is reached, as the setting printer.address says: "usb:/dev/usb/lp0",
/// "serial:/dev/ttyUSB0:115200", "tcp:192.168.1.50:9100", "tcp:[fd00::50]:9100", "tcp:printer.lan:9100", "none". No
/// setting: it is looked for.
struct PrinterAddress {
    enum class Kind : std::uint8_t { looked_for, none, usb, serial, tcp };
    Kind kind = Kind::looked_for;
    std::string place{};  ///< the device's file, or the host's number or name
    int number = 0;       ///< bits a second, or the port

    std::string text() const;
    bool operator==(const PrinterAddress&) const = default;
};

std::optional<PrinterAddress> parse_printer_address(std::string_view text);
/// Bits a second that a serial line can have.
bool is_baud_rate(int bits_per_second);

/// May this box's setting of that name have this value? By hall/acts/device_settings.md.
enum class SettingCheck : std::uint8_t { good, unknown_name, wrong_value };
SettingCheck check_device_setting(std::string_view name, std::string_view value);

}  // namespace linli
