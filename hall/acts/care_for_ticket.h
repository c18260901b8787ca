// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/queue/clerk.h"

namespace linli {

/// What a clerk can do for a number away from the counter's hand: rejoin, remove_priority, reprint_slip, end_ticket.
enum class Care { rejoin, remove_priority, reprint, end };
const char* name_of(Care care);
std::optional<Care> care_from(std::string_view name);

struct TicketCare {
    std::string request_id;  ///< as in DeskOrder
    Clerk clerk;
    std::string code;
    Care care = Care::rejoin;
    std::string reason;           ///< of remove_priority and end, at most 200 characters
    std::string place = "kiosk";  ///< whose printer reprints
};

struct CareDone {
    std::string code;       ///< of the number, as tickets write it
    bool repeated = false;  ///< it had been done before, and nothing was done now
};

/// Refuses: request_id_used, unknown_ticket, and what the act of that name refuses. Error: invalid_input.
ActResult<CareDone> care_for_ticket(Hall& hall, const TicketCare& care);

}  // namespace linli
