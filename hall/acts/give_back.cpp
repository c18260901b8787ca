// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/give_back.h"

#include "hall/acts/counter_desk.h"
#include "hall/acts/ticket_steps.h"
#include "hall/base/bytes.h"
#include "hall/queue/order.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

constexpr std::int64_t undo_ms_max = 10LL * 60 * 1000;

ActResult<TicketRow> find_with_check_code(Act& act, const std::string& code, const std::string& check_code) {
    LINLI_TRY_ASSIGN(Decision<TicketRow> row, find_ticket(act, code));
    if (row && !equal_secretly(row->ticket.check_code, check_code))
        return Decision<TicketRow>(refuse(Refusal::wrong_check_code));
    return row;
}

/// Behind the n-th of the line that compete with it, or behind the last.
Result<std::int64_t> place_behind(Act& act, const Ticket& ticket, int count) {
    LINLI_TRY_ASSIGN(const std::vector<TicketRow> line, act.stores().tickets.line());
    const Matter* matter = act.content().matter(ticket.matter);
    const auto competes = [&](const Ticket& other) {
        for (const CounterPlan& plan : act.content().counters)
            if (matter && act.content().takes(plan, *matter) && may_call(act.content(), plan, other)) return true;
        return false;
    };
    std::int64_t key = order_key_of_arrival(act.steady_ms(), 0);
    int seen = 0;
    for (const TicketRow& row : line) {
        if (!competes(row.ticket)) continue;
        key = order_key_behind(row.ticket.order_key);
        if (++seen == count) break;
    }
    return key;
}

/// A counter that was closed meanwhile does not call those who were handed over to it: they are everybody's.
Status leave_closed_counter(Act& act, Ticket& ticket, TicketState restored) {
    if (!stands_in_line(restored) || !ticket.counter) return {};
    LINLI_TRY_ASSIGN(const CounterRow counter, act.stores().counters.find(*ticket.counter));
    if (counter.state == CounterState::closed) ticket.counter.reset();
    return {};
}

}  // namespace

ActResult<Ticket> give_back(Hall& hall, const std::string& code, const std::string& check_code) {
    return perform(hall, [&](Act& act) -> ActResult<Ticket> {
        LINLI_TRY_ASSIGN(Decision<TicketRow> row, find_with_check_code(act, code, check_code));
        if (!row) return Decision<Ticket>(tl::unexpected<Refused>(row.error()));
        if (!stands_in_line(row->ticket.state) && row->ticket.state != TicketState::missed)
            return Decision<Ticket>(refuse(Refusal::wrong_state, row->ticket));
        LINLI_TRY(begin_state(act, *row, TicketState::left));
        row->outcome = "given_back";
        LINLI_TRY(act.stores().tickets.update(*row));
        LINLI_TRY(act.record("ticket.given_back", row->ticket.id, wire::ticket_body(row->ticket)));
        return Decision<Ticket>(row->ticket);
    });
}

ActResult<Ticket> undo_give_back(Hall& hall, const std::string& code, const std::string& check_code) {
    return perform(hall, [&](Act& act) -> ActResult<Ticket> {
        LINLI_TRY_ASSIGN(Decision<TicketRow> row, find_with_check_code(act, code, check_code));
        if (!row) return Decision<Ticket>(tl::unexpected<Refused>(row.error()));
        LINLI_TRY_ASSIGN(const auto periods, act.stores().tickets.periods(row->row));
        if (row->ticket.state != TicketState::left || periods.empty())
            return Decision<Ticket>(refuse(Refusal::wrong_state, row->ticket));
        if (act.steady_ms() - row->ticket.state_since_steady_ms > undo_ms_max)
            return Decision<Ticket>(refuse(Refusal::too_late, row->ticket));
        if (is_open(periods.back().state)) {
            LINLI_TRY_ASSIGN(const auto other,
                             act.stores().tickets.find_open_of_same_person(row->row, row->ticket.matter));
            if (other) return Decision<Ticket>(refuse(Refusal::already_waiting, other->ticket));
        }
        LINLI_TRY(leave_closed_counter(act, row->ticket, periods.back().state));
        LINLI_TRY(change_state(act, *row, periods.back().state));
        LINLI_TRY(act.record("ticket.restored", row->ticket.id, wire::ticket_body(row->ticket)));
        return Decision<Ticket>(row->ticket);
    });
}

ActResult<Ticket> rejoin(Act& act, const std::string& code) {
    LINLI_TRY_ASSIGN(Decision<TicketRow> row, find_ticket(act, code));
    if (!row) return Decision<Ticket>(tl::unexpected<Refused>(row.error()));
    if (row->ticket.state != TicketState::missed) return Decision<Ticket>(refuse(Refusal::wrong_state, row->ticket));
    LINLI_TRY_ASSIGN(const auto other, act.stores().tickets.find_open_of_same_person(row->row, row->ticket.matter));
    if (other) return Decision<Ticket>(refuse(Refusal::already_waiting, other->ticket));
    const QueueRules& rules = act.content().rules;
    if (row->ticket.rejoins >= rules.rejoin_times_max)
        return Decision<Ticket>(refuse(Refusal::rejoined_already, row->ticket));
    row->ticket.counter.reset();
    ++row->ticket.rejoins;
    row->ticket.calls = 0;
    LINLI_TRY_ASSIGN(row->ticket.order_key, place_behind(act, row->ticket, rules.rejoin_after));
    LINLI_TRY(change_state(act, *row, TicketState::waiting));
    LINLI_TRY(act.record("ticket.rejoined", row->ticket.id,
                         wire::ticket_body(row->ticket, {{"order_key", row->ticket.order_key}})));
    return Decision<Ticket>(row->ticket);
}

ActResult<Ticket> rejoin(Hall& hall, const std::string& code) {
    return perform(hall, [&](Act& act) { return rejoin(act, code); });
}

}  // namespace linli
