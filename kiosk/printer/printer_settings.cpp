// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/printer_settings.h"

#include "hall/acts/care_for_device.h"

namespace linli::kiosk {
namespace {

/// The setting's value, empty where it is not set or cannot be.
Result<std::string> value_of_setting(Hall& hall, const char* name) {
    LINLI_TRY_ASSIGN(const auto value, device_setting(hall, name));
    if (!value || check_device_setting(name, *value) != SettingCheck::good) return std::string();
    return *value;
}

}  // namespace

PrinterForm PrinterSettings::form_for(const PrinterAddress& used) const {
    const bool serial = used.kind == PrinterAddress::Kind::serial;
    return {width_dots, lettering.value_or(serial ? Lettering::printers_own : Lettering::drawn)};
}

Result<PrinterSettings> read_printer_settings(Hall& hall) {
    PrinterSettings settings;
    LINLI_TRY_ASSIGN(const std::string address, value_of_setting(hall, "printer.address"));
    settings.address = parse_printer_address(address).value_or(PrinterAddress{});
    LINLI_TRY_ASSIGN(const std::string width, value_of_setting(hall, "printer.width"));
    if (width == "384") settings.width_dots = 384;
    LINLI_TRY_ASSIGN(const std::string lettering, value_of_setting(hall, "printer.lettering"));
    if (lettering == "drawn") settings.lettering = Lettering::drawn;
    if (lettering == "printers_own") settings.lettering = Lettering::printers_own;
    LINLI_TRY_ASSIGN(const std::string paper, value_of_setting(hall, "printer.paper"));
    if (paper == "off") settings.paper = PrinterSettings::Paper::off;
    return settings;
}

}  // namespace linli::kiosk
