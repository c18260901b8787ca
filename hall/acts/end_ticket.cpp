// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/end_ticket.h"

#include "hall/acts/counter_desk.h"
#include "hall/acts/ticket_steps.h"
#include "hall/wire/journal_body.h"

namespace linli {

ActResult<Ticket> end_ticket(Act& act, const std::string& code, const std::string& reason, const Clerk& clerk) {
    LINLI_TRY_ASSIGN(Decision<TicketRow> row, find_ticket(act, code));
    if (!row) return Decision<Ticket>(tl::unexpected<Refused>(row.error()));
    if (!stands_in_line(row->ticket.state) && row->ticket.state != TicketState::held)
        return Decision<Ticket>(refuse(Refusal::wrong_state, row->ticket));
    LINLI_TRY(begin_state(act, *row, TicketState::left));
    row->outcome = "clerk";
    row->note = reason;
    row->ended_by = clerk;
    LINLI_TRY(act.stores().tickets.update(*row));
    // What is typed may name people: like a note, it is not in the journal.
    LINLI_TRY(act.record("ticket.left", row->ticket.id, wire::ticket_body(row->ticket, {{"reason", "clerk"}})));
    return Decision<Ticket>(row->ticket);
}

ActResult<Ticket> end_ticket(Hall& hall, const std::string& code, const std::string& reason, const Clerk& clerk) {
    return perform(hall, [&](Act& act) { return end_ticket(act, code, reason, clerk); });
}

}  // namespace linli
