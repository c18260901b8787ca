// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/counter_desk.h"

namespace linli {

ActResult<const CounterPlan*> open_counter_plan(Act& act, int counter) {
    const CounterPlan* plan = act.content().counter(counter);
    if (!plan) return Decision<const CounterPlan*>(refuse(Refusal::unknown_counter));
    LINLI_TRY_ASSIGN(const CounterRow row, act.stores().counters.find(counter));
    if (row.state == CounterState::closed) return Decision<const CounterPlan*>(refuse(Refusal::counter_closed));
    return Decision<const CounterPlan*>(plan);
}

Result<std::optional<TicketRow>> in_hand(Act& act, int counter) {
    LINLI_TRY_ASSIGN(const std::vector<TicketRow> all, act.stores().tickets.at_counters());
    for (const TicketRow& row : all)
        if (row.ticket.counter == counter && row.ticket.state != TicketState::held) return row;
    return std::optional<TicketRow>();
}

ActResult<TicketRow> must_be_in_hand(Act& act, int counter) {
    if (!act.content().counter(counter)) return Decision<TicketRow>(refuse(Refusal::unknown_counter));
    LINLI_TRY_ASSIGN(const auto row, in_hand(act, counter));
    if (!row) return Decision<TicketRow>(refuse(Refusal::nothing_in_hand));
    return Decision<TicketRow>(*row);
}

ActResult<TicketRow> find_ticket(Act& act, const std::string& code) {
    const auto parsed = parse_ticket_code(code);
    if (!parsed) return Decision<TicketRow>(refuse(Refusal::unknown_ticket));
    LINLI_TRY_ASSIGN(const auto row, act.stores().tickets.find(act.service_day(), *parsed));
    if (!row) return Decision<TicketRow>(refuse(Refusal::unknown_ticket));
    return Decision<TicketRow>(*row);
}

bool may_call(const HallContent& content, const CounterPlan& plan, const Ticket& ticket) {
    if (ticket.counter) return *ticket.counter == plan.number;
    const Matter* matter = content.matter(ticket.matter);
    return matter && content.takes(plan, *matter);
}

}  // namespace linli
