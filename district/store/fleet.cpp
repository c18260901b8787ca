// SPDX-License-Identifier: Apache-2.0
#include "district/store/fleet.h"

namespace linli::district {
namespace {

constexpr Statement contact{"note_contact",
                            "INSERT INTO fleet (hall_id, device_id, contact_ms) VALUES ($1, $2, $3) "
                            "ON CONFLICT (hall_id, device_id) DO UPDATE SET contact_ms = excluded.contact_ms"};
constexpr Statement report_it{
    "save_report",
    "INSERT INTO fleet (hall_id, device_id, contact_ms, reported_ms, epoch, version, content_version, report) "
    "VALUES ($1, $2, $3, $3, $4, $5, $6, $7) ON CONFLICT (hall_id, device_id) DO UPDATE SET "
    "contact_ms = excluded.contact_ms, reported_ms = excluded.reported_ms, epoch = excluded.epoch, "
    "version = excluded.version, content_version = excluded.content_version, report = excluded.report"};
constexpr Statement content{
    "note_content",
    "INSERT INTO fleet (hall_id, device_id, contact_ms, content_version) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (hall_id, device_id) DO UPDATE SET content_version = excluded.content_version"};
constexpr Statement all{"fleet",
                        "SELECT hall_id, device_id, contact_ms, reported_ms, content_version, version, report "
                        "FROM fleet ORDER BY hall_id, device_id"};
constexpr Statement newest_contact{"last_contact",
                                   "SELECT contact_ms FROM fleet WHERE hall_id = $1 AND device_id = $2"};

}  // namespace

Status note_contact(Connection& connection, std::string_view hall_id, std::string_view device_id, std::int64_t now_ms) {
    return connection.run_later(contact, {std::string(hall_id), std::string(device_id), now_ms});
}

Status save_report(Connection& connection, std::string_view hall_id, std::string_view device_id,
                   const BoxReport& report, std::int64_t now_ms) {
    LINLI_TRY(connection.run(report_it, {std::string(hall_id), std::string(device_id), now_ms, report.epoch,
                                         report.version, report.content_version, report.json}));
    return {};
}

Status note_content(Connection& connection, std::string_view hall_id, std::string_view device_id,
                    std::int64_t content_version, std::int64_t now_ms) {
    LINLI_TRY(connection.run(content, {std::string(hall_id), std::string(device_id), now_ms, content_version}));
    return {};
}

Result<std::optional<std::int64_t>> last_contact(Connection& connection, std::string_view hall_id,
                                                 std::string_view device_id) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(newest_contact, {std::string(hall_id), std::string(device_id)}));
    if (rows.empty()) return std::nullopt;
    return rows.front().integer(0);
}

Result<std::vector<FleetRow>> fleet(Connection& connection) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(all, {}));
    std::vector<FleetRow> boxes;
    for (const Row& row : rows)
        boxes.push_back({row.text(0), row.text(1), row.integer(2), row.integer_or_nothing(3), row.integer_or_nothing(4),
                         row.text(5), row.text(6)});
    return boxes;
}

}  // namespace linli::district
