// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "district/store/connection.h"

namespace linli::district {

enum class HallState { active, revoked };
const char* name_of(HallState state);

/// One hall of the district.
struct HallRow {
    std::string hall_id, name, time_zone;
    HallState state = HallState::active;
    std::int64_t made_ms = 0;
    std::string page_key;  ///< 32 bytes
};

Status insert_hall(Connection& connection, const HallRow& hall);
Result<std::optional<HallRow>> find_hall(Connection& connection, std::string_view hall_id);
/// In the order of their names.
Result<std::vector<HallRow>> all_halls(Connection& connection);
/// False where there is no such hall.
Result<bool> set_hall_state(Connection& connection, std::string_view hall_id, HallState state);

}  // namespace linli::district
