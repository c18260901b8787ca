// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/queue/print_job.h"

namespace linli {

/// The spooler is about to send the first byte of a paper: it stands as printing before that byte goes, so that after a
/// crash nobody takes it for unprinted. Refuses: wrong_state (no longer queued, or its ticket has ended). Error:
/// invalid_input for an unknown id.
ActResult<PrintJob> begin_printing(Hall& hall, const std::string& job_id);

}  // namespace linli
