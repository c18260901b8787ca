// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/queue/clerk.h"

namespace linli {

/// The person has gone: a clerk takes the number out of the line, or out of those put aside. Refuses: unknown_ticket,
/// wrong_state (it is in a counter's hand, or has ended).
ActResult<Ticket> end_ticket(Hall& hall, const std::string& code, const std::string& reason, const Clerk& clerk);

}  // namespace linli
