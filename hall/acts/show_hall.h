// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/queue/views.h"

namespace linli {

Result<HallStatus> show_hall(Hall& hall);

/// Everybody in the line in the order of calling; with a counter, as that counter would call. Refuses: unknown_counter.
ActResult<std::vector<LineEntry>> show_line(Hall& hall, std::optional<int> counter);

}  // namespace linli
