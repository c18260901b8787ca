// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/reprint_slip.h"

#include "hall/acts/counter_desk.h"
#include "hall/acts/slip_queue.h"
#include "hall/acts/ticket_steps.h"
#include "hall/wire/journal_body.h"

namespace linli {

ActResult<PrintJob> reprint_slip(Act& act, const std::string& code, const std::string& place) {
    LINLI_TRY_ASSIGN(const Decision<TicketRow> row, find_ticket(act, code));
    if (!row) return Decision<PrintJob>(tl::unexpected<Refused>(row.error()));
    const Ticket& ticket = row->ticket;
    if (!is_open(ticket.state)) return Decision<PrintJob>(refuse(Refusal::wrong_state, ticket));
    LINLI_TRY_ASSIGN(const auto newest, act.stores().prints.newest_of(row->row));
    if (newest && (newest->state == PrintState::queued || newest->state == PrintState::printing))
        return Decision<PrintJob>(refuse(Refusal::slip_under_way, ticket));
    const int copy = newest ? newest->copy + 1 : 1;
    if (copy > slip_copies_max) return Decision<PrintJob>(refuse(Refusal::slip_copies_max, ticket));
    LINLI_TRY_ASSIGN(const bool printer_there, has_printer(act, place));
    if (!printer_there) return Decision<PrintJob>(refuse(Refusal::no_printer, ticket));
    LINLI_TRY_ASSIGN(PrintJob job, queue_slip(act, *row, place, newest ? newest->language : Language::zh, copy));
    LINLI_TRY(act.record(
        "slip.reprint_asked", ticket.id,
        wire::body({{"code", ticket.code()}, {"copy", std::int64_t{copy}}, {"place", place}, {"reason", "asked"}})));
    return Decision<PrintJob>(std::move(job));
}

ActResult<PrintJob> reprint_slip(Hall& hall, const std::string& code, const std::string& place) {
    return perform(hall, [&](Act& act) { return reprint_slip(act, code, place); });
}

}  // namespace linli
