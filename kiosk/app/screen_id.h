// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace linli::kiosk {

/// Every page. Its name ("find_ticket") is used by --render, by tests and in logs; see screen_table.
enum class ScreenId : std::uint8_t {
    attract,
    home,
    choose,
    matters,
    search,
    confirm,
    ticket,
    find_ticket,
    ticket_state,
    help,
    look_up,
    categories,
    documents,
    policy,
    not_issued,
    notices,
    public_notice,
    hall_hours,
    not_open_yet,
    refused,
    out_of_service,
    setup_code,
    installer,
    installer_printer,
    installer_board,
    installer_sound,
    installer_touch,
    installer_screen,
    installer_network,
    installer_district,
    installer_volume,
    installer_version,
    installer_power,
    printer_address,
    pairing,
    touch_test,
    screen_picture,
    setup_summary,
};

const char* name_of(ScreenId id);
std::optional<ScreenId> screen_id_from(std::string_view name);

}  // namespace linli::kiosk
