// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/queue/desk_view.h"

namespace linli {

/// One of today's numbers and what became of it. Refuses: unknown_ticket.
ActResult<TicketStory> show_story(Hall& hall, const std::string& code);

}  // namespace linli
