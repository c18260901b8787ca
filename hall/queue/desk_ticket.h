// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "hall/queue/ticket.h"

namespace linli {

/// A ticket as the desk shows it. The lengths are on the steady clock, up to the moment when it was read.
struct DeskTicket {
    Ticket ticket;
    std::optional<std::int64_t> waited_ms;    ///< in the line, all its stretches together; only for those in the line
    std::optional<std::int64_t> in_state_ms;  ///< in this state
};

}  // namespace linli
