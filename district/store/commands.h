// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "district/store/connection.h"

namespace linli::district {

/// One thing asked of a hall's box.
struct CommandRow {
    std::int64_t position = 0;  ///< 1, 2, 3 … per hall, in the order of the commits
    std::string command_id, kind, body;
    std::int64_t made_ms = 0;
    std::optional<std::string> answer;  ///< "done", or "refused" and why
};

/// Gives its position. Error: missing where there is no such hall.
Result<std::int64_t> add_command(Connection& connection, std::string_view hall_id, const CommandRow& command);
/// In the order of their positions.
Result<std::vector<CommandRow>> commands_after(Connection& connection, std::string_view hall_id, std::int64_t position,
                                               int limit);
/// 0 where there is none yet; nothing where there is no such hall.
Result<std::optional<std::int64_t>> newest_position(Connection& connection, std::string_view hall_id);
/// The same of all halls, by their ids.
Result<std::map<std::string, std::int64_t, std::less<>>> newest_positions(Connection& connection);
/// What came of it. The first answer stays.
Status answer_command(Connection& connection, std::string_view hall_id, std::string_view command_id,
                      std::string_view answer, std::int64_t now_ms);

}  // namespace linli::district
