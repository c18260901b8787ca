// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hall/acts/hall.h"

namespace linli {

/// A restart that the district has asked for (apply_feed).
struct RestartRequest {
    std::string id, program;  ///< kiosk, board, console or sync
};
bool may_be_restarted(std::string_view program);

/// Takes the oldest; nobody will get it again.
Result<std::optional<RestartRequest>> take_restart(Hall& hall);
/// What came of it: done where `trouble` is empty, a code otherwise (not_running, not_restarted, interrupted).
/// Journaled as command.done or command.refused.
Status finish_restart(Hall& hall, const RestartRequest& request, const std::string& trouble);
/// One that was taken and never finished, since whoever took it has ended: to be asked for when the agent begins.
Result<std::optional<RestartRequest>> interrupted_restart(Hall& hall);

}  // namespace linli
