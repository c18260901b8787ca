// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "district/store/connection.h"

namespace linli::district {

/// What somebody has to look at.
enum class AlarmKind { entry_quarantined, entry_differs, chain_differs, clone_suspected };
const char* name_of(AlarmKind kind);

struct AlarmRow {
    std::string hall_id, alarm_id, kind, device_id;
    std::int64_t epoch = 1;
    std::string detail;  ///< one English sentence, of the newest time
    std::int64_t times = 1, first_ms = 0, last_ms = 0;
    std::optional<std::int64_t> closed_ms;
};

/// While the same alarm of this stream is open it only counts.
Status raise_alarm(Connection& connection, const StreamKey& stream, AlarmKind kind, std::string_view detail,
                   std::int64_t now_ms);
enum class WhichAlarms { open, all };
/// The newest first.
Result<std::vector<AlarmRow>> list_alarms(Connection& connection, WhichAlarms which);
/// By its id or the beginning of it. False where none, or more than one, is open.
Result<bool> close_alarm(Connection& connection, std::string_view alarm_id, std::int64_t now_ms);

}  // namespace linli::district
