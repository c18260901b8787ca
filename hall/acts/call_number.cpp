// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/call_number.h"

#include "hall/acts/counter_desk.h"
#include "hall/acts/counter_steps.h"
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

ActResult<TicketMove> call(Act& act, const TicketRow& before, int counter) {
    TicketRow row = before;
    LINLI_TRY(begin_state(act, row, TicketState::called));
    row.ticket.counter = counter;
    row.ticket.calls = stands_in_line(before.ticket.state) ? 1 : row.ticket.calls + 1;
    row.called_ms = act.wall_ms();
    LINLI_TRY(act.stores().tickets.update(row));
    LINLI_TRY(act.record("ticket.called", row.ticket.id,
                         wire::ticket_body(row.ticket, {{"call", std::int64_t{row.ticket.calls}}})));
    return Decision<TicketMove>(TicketMove{before, std::move(row), {}});
}

bool can_be_called(const Ticket& ticket, int counter) {
    if (stands_in_line(ticket.state) || ticket.state == TicketState::missed) return true;
    return ticket.state == TicketState::held && ticket.counter == counter;
}

}  // namespace

ActResult<TicketMove> call_next(Act& act, int counter) {
    LINLI_TRY_ASSIGN(const Decision<const CounterPlan*> plan, ready_to_call(act, counter));
    if (!plan) return not_moved(plan.error());
    LINLI_TRY_ASSIGN(auto next, act.stores().tickets.first_in_line(
                                    [&](const Ticket& ticket) { return may_call(act.content(), **plan, ticket); }));
    if (!next) return not_moved({Refusal::nobody_waiting, {}, {}});
    return call(act, *next, counter);
}

ActResult<TicketMove> call_ticket(Act& act, int counter, const std::string& code) {
    LINLI_TRY_ASSIGN(const Decision<const CounterPlan*> plan, ready_to_call(act, counter));
    if (!plan) return not_moved(plan.error());
    LINLI_TRY_ASSIGN(const Decision<TicketRow> row, find_ticket(act, code));
    if (!row) return not_moved(row.error());
    const Ticket& ticket = row->ticket;
    if (!can_be_called(ticket, counter)) return not_moved({Refusal::wrong_state, ticket, {}});
    Ticket takeable = ticket;
    if (ticket.state == TicketState::missed) {
        takeable.counter.reset();  // who missed a call at one counter is everybody's
        LINLI_TRY_ASSIGN(const auto other, act.stores().tickets.find_open_of_same_person(row->row, ticket.matter));
        if (other) return not_moved({Refusal::already_waiting, other->ticket, {}});
    }
    if (ticket.state != TicketState::held && !may_call(act.content(), **plan, takeable))
        return not_moved({Refusal::not_taken_here, ticket, {}});
    return call(act, *row, counter);
}

ActResult<TicketMove> recall(Act& act, int counter) {
    LINLI_TRY_ASSIGN(const Decision<TicketRow> before, must_be_in_hand(act, counter));
    if (!before) return not_moved(before.error());
    if (before->ticket.state != TicketState::called) return not_moved({Refusal::wrong_state, before->ticket, {}});
    TicketRow row = *before;
    ++row.ticket.calls;
    row.called_ms = act.wall_ms();
    LINLI_TRY(act.stores().tickets.update(row));
    LINLI_TRY(act.record("ticket.recalled", row.ticket.id,
                         wire::ticket_body(row.ticket, {{"call", std::int64_t{row.ticket.calls}}})));
    return Decision<TicketMove>(TicketMove{*before, std::move(row), {}});
}

ActResult<Ticket> call_next(Hall& hall, int counter) {
    return perform(hall, [&](Act& act) { return ticket_after(call_next(act, counter)); });
}

ActResult<Ticket> call_ticket(Hall& hall, int counter, const std::string& code) {
    return perform(hall, [&](Act& act) { return ticket_after(call_ticket(act, counter, code)); });
}

ActResult<Ticket> recall(Hall& hall, int counter) {
    return perform(hall, [&](Act& act) { return ticket_after(recall(act, counter)); });
}

}  // namespace linli
