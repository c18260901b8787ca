// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"

namespace linli {

/// A resident gives a number back: it leaves the line. Refuses: unknown_ticket, wrong_check_code, wrong_state.
ActResult<Ticket> give_back(Hall& hall, const std::string& code, const std::string& check_code);
/// Takes a giving-back of the last 10 minutes back; the ticket stands where it stood. Refuses: unknown_ticket,
/// wrong_check_code, wrong_state, too_late, already_waiting (this person has taken another number for the matter).
ActResult<Ticket> undo_give_back(Hall& hall, const std::string& code, const std::string& check_code);
/// A missed number stands in the line again, behind QueueRules::rejoin_after others, QueueRules::rejoin_times_max
/// times. Refuses: unknown_ticket, wrong_state, rejoined_already, already_waiting.
ActResult<Ticket> rejoin(Hall& hall, const std::string& code);

}  // namespace linli
