// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"

namespace linli {

/// The counter calls the next in its line. Two counters never get one ticket.
/// Refuses: unknown_counter, counter_closed, counter_busy, nobody_waiting.
ActResult<Ticket> call_next(Hall& hall, int counter);

/// The counter calls this ticket: from the line, or one that is held here, or one that was missed and stands before the
/// desk now. Refuses besides: unknown_ticket, wrong_state, not_taken_here, already_waiting (this person has taken
/// another number for the matter since).
ActResult<Ticket> call_ticket(Hall& hall, int counter, const std::string& code);

/// The ticket in hand is called once more. Refuses: unknown_counter, nothing_in_hand, wrong_state (it is being served).
ActResult<Ticket> recall(Hall& hall, int counter);

}  // namespace linli
