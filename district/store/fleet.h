// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "district/store/connection.h"

namespace linli::district {

/// What a box said of itself last.
struct BoxReport {
    std::int64_t epoch = 1;
    std::string version;
    std::int64_t content_version = 0;
    std::string json;  ///< the health report as it came
};
struct FleetRow {
    std::string hall_id, device_id;
    std::int64_t contact_ms = 0;  ///< of a push or a health report
    std::optional<std::int64_t> reported_ms, content_version;
    std::string version, report;
};

Status note_contact(Connection& connection, std::string_view hall_id, std::string_view device_id, std::int64_t now_ms);
Status save_report(Connection& connection, std::string_view hall_id, std::string_view device_id,
                   const BoxReport& report, std::int64_t now_ms);
Status note_content(Connection& connection, std::string_view hall_id, std::string_view device_id,
                    std::int64_t content_version, std::int64_t now_ms);
/// When it last spoke to the district; nothing where it never has.
Result<std::optional<std::int64_t>> last_contact(Connection& connection, std::string_view hall_id,
                                                 std::string_view device_id);
Result<std::vector<FleetRow>> fleet(Connection& connection);

}  // namespace linli::district
