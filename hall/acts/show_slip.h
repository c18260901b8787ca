// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hall/acts/hall.h"
#include "hall/queue/print_job.h"

namespace linli {

/// The newest paper of a ticket, by the ticket's id; nothing where none was asked for.
Result<std::optional<PrintJob>> show_slip(Hall& hall, const std::string& ticket_id);

}  // namespace linli
