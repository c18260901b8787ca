// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/queue/print_job.h"

namespace linli {

/// Another paper for a number, by staff: the next copy, which says on it that it is printed again. Refuses:
/// unknown_ticket, wrong_state (the number has ended), slip_under_way (one is queued or printing), slip_copies_max
/// (five papers are enough), no_printer.
ActResult<PrintJob> reprint_slip(Hall& hall, const std::string& code, const std::string& place);

}  // namespace linli
