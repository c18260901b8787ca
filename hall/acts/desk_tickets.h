// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/queue/desk_ticket.h"
#include "hall/store/ticket_store.h"

namespace linli {

/// A ticket's row as the desk shows it at this moment of the steady clock.
inline DeskTicket desk_ticket(const TicketRow& row, std::int64_t steady_ms) {
    DeskTicket shown{row.ticket, {}, steady_ms - row.ticket.state_since_steady_ms};
    if (stands_in_line(row.ticket.state)) shown.waited_ms = row.waited_ms + *shown.in_state_ms;
    return shown;
}

}  // namespace linli
