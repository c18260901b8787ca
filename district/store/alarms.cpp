// SPDX-License-Identifier: Apache-2.0
#include "district/store/alarms.h"

#include <algorithm>

#include "hall/base/uuid.h"

namespace linli::district {
namespace {

constexpr Statement raise{
    "raise_alarm",
    "INSERT INTO alarm (hall_id, alarm_id, kind, device_id, epoch, detail, times, first_ms, last_ms) "
    "VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $7) ON CONFLICT (hall_id, kind, device_id, epoch) WHERE closed_ms IS NULL "
    "DO UPDATE SET times = alarm.times + 1, last_ms = excluded.last_ms, detail = excluded.detail"};
constexpr Statement list{"list_alarms",
                         "SELECT hall_id, alarm_id, kind, device_id, epoch, detail, times, first_ms, last_ms, "
                         "closed_ms FROM alarm ORDER BY last_ms DESC, alarm_id DESC"};
constexpr Statement close{"close_alarm", "UPDATE alarm SET closed_ms = $3 WHERE hall_id = $1 AND alarm_id = $2"};

}  // namespace

const char* name_of(AlarmKind kind) {
    switch (kind) {
        case AlarmKind::entry_quarantined:
            return "entry_quarantined";
        case AlarmKind::entry_differs:
            return "entry_differs";
        case AlarmKind::chain_differs:
            return "chain_differs";
        case AlarmKind::clone_suspected:
            break;
    }
    return "clone_suspected";
}

Status raise_alarm(Connection& connection, const StreamKey& stream, AlarmKind kind, std::string_view detail,
                   std::int64_t now_ms) {
    LINLI_TRY(connection.run(raise, {stream.hall_id, new_uuid(now_ms), name_of(kind), stream.device_id, stream.epoch,
                                     std::string(detail), now_ms}));
    return {};
}

Result<std::vector<AlarmRow>> list_alarms(Connection& connection, WhichAlarms which) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(list, {}));
    std::vector<AlarmRow> all;
    for (const Row& row : rows) {
        if (which == WhichAlarms::open && row.integer_or_nothing(9)) continue;
        all.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.integer(4), row.text(5), row.integer(6),
                       row.integer(7), row.integer(8), row.integer_or_nothing(9)});
    }
    return all;
}

Result<bool> close_alarm(Connection& connection, std::string_view alarm_id, std::int64_t now_ms) {
    LINLI_TRY_ASSIGN(std::vector<AlarmRow> open, list_alarms(connection, WhichAlarms::open));
    std::erase_if(open, [&](const AlarmRow& alarm) { return !alarm.alarm_id.starts_with(alarm_id); });
    if (open.size() != 1 || alarm_id.empty()) return false;
    LINLI_TRY(connection.run(close, {open.front().hall_id, open.front().alarm_id, now_ms}));
    return true;
}

}  // namespace linli::district
