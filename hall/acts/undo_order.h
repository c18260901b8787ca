// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "hall/acts/counter_steps.h"

namespace linli {

/// How to take these moves back.
OrderUndo undo_of(const std::vector<TicketMove>& moves);

/// Takes back the newest order at a counter: its tickets are as they were before, the periods that it ended run on, and
/// the visit that it taught is forgotten. The journal gets one entry more for each ticket; none is taken away. Gives
/// why it cannot be done: nothing_to_undo, too_late, wrong_state, counter_busy, already_waiting.
Result<std::optional<Refused>> undo_newest_order(Act& act, const HolderRow& holder);

}  // namespace linli
