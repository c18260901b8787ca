// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/call_number.h"

#include "hall/acts/counter_desk.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

/// The counter is there, open and has its hands free.
ActResult<const CounterPlan*> ready_to_call(Act& act, int counter) {
    LINLI_TRY_ASSIGN(const Decision<const CounterPlan*> plan, open_counter_plan(act, counter));
    if (!plan) return plan;
    LINLI_TRY_ASSIGN(const auto busy_with, in_hand(act, counter));
    if (busy_with) return Decision<const CounterPlan*>(refuse(Refusal::counter_busy, busy_with->ticket));
    return plan;
}

ActResult<Ticket> call(Act& act, TicketRow& row, int counter) {
    const bool from_line = stands_in_line(row.ticket.state);
    LINLI_TRY(change_state(act, row, TicketState::called));
    row.ticket.counter = counter;
    row.ticket.calls = from_line ? 1 : row.ticket.calls + 1;
    row.called_ms = act.wall_ms();
    LINLI_TRY(act.stores().tickets.update(row));
    LINLI_TRY(act.record("ticket.called", row.ticket.id,
                         wire::ticket_body(row.ticket, {{"call", std::int64_t{row.ticket.calls}}})));
    return Decision<Ticket>(row.ticket);
}

bool can_be_called(const Ticket& ticket, int counter) {
    if (stands_in_line(ticket.state) || ticket.state == TicketState::missed) return true;
    return ticket.state == TicketState::held && ticket.counter == counter;
}

}  // namespace

ActResult<Ticket> call_next(Hall& hall, int counter) {
    return perform(hall, [&](Act& act) -> ActResult<Ticket> {
        LINLI_TRY_ASSIGN(const Decision<const CounterPlan*> plan, ready_to_call(act, counter));
        if (!plan) return Decision<Ticket>(tl::unexpected<Refused>(plan.error()));
        LINLI_TRY_ASSIGN(auto next, act.stores().tickets.first_in_line(
                                        [&](const Ticket& ticket) { return may_call(act.content(), **plan, ticket); }));
        if (!next) return Decision<Ticket>(refuse(Refusal::nobody_waiting));
        return call(act, *next, counter);
    });
}

ActResult<Ticket> call_ticket(Hall& hall, int counter, const std::string& code) {
    return perform(hall, [&](Act& act) -> ActResult<Ticket> {
        LINLI_TRY_ASSIGN(const Decision<const CounterPlan*> plan, ready_to_call(act, counter));
        if (!plan) return Decision<Ticket>(tl::unexpected<Refused>(plan.error()));
        LINLI_TRY_ASSIGN(Decision<TicketRow> row, find_ticket(act, code));
        if (!row) return Decision<Ticket>(tl::unexpected<Refused>(row.error()));
        if (!can_be_called(row->ticket, counter)) return Decision<Ticket>(refuse(Refusal::wrong_state, row->ticket));
        if (row->ticket.state == TicketState::missed) {
            row->ticket.counter.reset();
            LINLI_TRY_ASSIGN(const auto other,
                             act.stores().tickets.find_open_of_same_person(row->row, row->ticket.matter));
            if (other) return Decision<Ticket>(refuse(Refusal::already_waiting, other->ticket));
        }
        if (row->ticket.state != TicketState::held && !may_call(act.content(), **plan, row->ticket))
            return Decision<Ticket>(refuse(Refusal::not_taken_here, row->ticket));
        return call(act, *row, counter);
    });
}

ActResult<Ticket> recall(Hall& hall, int counter) {
    return perform(hall, [&](Act& act) -> ActResult<Ticket> {
        LINLI_TRY_ASSIGN(Decision<TicketRow> row, must_be_in_hand(act, counter));
        if (!row) return Decision<Ticket>(tl::unexpected<Refused>(row.error()));
        if (row->ticket.state != TicketState::called)
            return Decision<Ticket>(refuse(Refusal::wrong_state, row->ticket));
        ++row->ticket.calls;
        row->called_ms = act.wall_ms();
        LINLI_TRY(act.stores().tickets.update(*row));
        LINLI_TRY(act.record("ticket.recalled", row->ticket.id,
                             wire::ticket_body(row->ticket, {{"call", std::int64_t{row->ticket.calls}}})));
        return Decision<Ticket>(row->ticket);
    });
}

}  // namespace linli
