// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/queue/print_job.h"

namespace linli {

/// A place's papers that wait to be printed, oldest first. Drops those before it that could not be printed for three
/// minutes or whose ticket has ended; writes nothing where there are none. The spooler asks it before each paper.
Result<std::vector<PrintJob>> slips_to_print(Hall& hall, const std::string& place);

}  // namespace linli
