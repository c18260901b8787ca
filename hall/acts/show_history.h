// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/queue/desk_view.h"

namespace linli {

/// Today's ended visits, newest first; with a counter, those that ended there.
Result<std::vector<Visit>> show_history(Hall& hall, std::optional<int> counter);

}  // namespace linli
