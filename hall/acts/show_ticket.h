// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/queue/views.h"

namespace linli {

/// The same by the ticket's id, for who holds it. Error: invalid_input where there is none.
Result<TicketView> view_ticket(Hall& hall, const std::string& ticket_id);

/// Finds today's ticket by its code ("A027"). Refuses: unknown_ticket.
ActResult<TicketView> show_ticket(Hall& hall, const std::string& code);

/// What a number taken now would mean. Refuses: unknown_matter, unknown_priority.
ActResult<MatterOutlook> show_matter(Hall& hall, const std::string& matter, const std::string& priority);

}  // namespace linli
