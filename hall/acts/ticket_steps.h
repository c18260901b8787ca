// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/act.h"
#include "hall/queue/clerk.h"
#include "hall/queue/print_job.h"

namespace linli {

/// What staff do for a number away from a counter's hand, inside an act that is under way: the rules behind the acts of
/// the same names (give_back.h, serve_number.h, reprint_slip.h, end_ticket.h), which refuse the same.

ActResult<Ticket> rejoin(Act& act, const std::string& code);
ActResult<Ticket> remove_priority(Act& act, const std::string& code, const std::string& reason);
ActResult<PrintJob> reprint_slip(Act& act, const std::string& code, const std::string& place);
ActResult<Ticket> end_ticket(Act& act, const std::string& code, const std::string& reason, const Clerk& clerk);

}  // namespace linli
