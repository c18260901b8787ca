// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/serve_number.h"

#include <algorithm>

#include "hall/acts/counter_desk.h"
#include "hall/queue/order.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

constexpr std::size_t outcome_length_max = 32;
constexpr std::size_t note_length_max = 2000;  // bytes: 500 Chinese characters and some

enum class From { called, called_or_serving };

/// Takes the ticket in hand to another state and records it.
ActResult<Ticket> move_on(Hall& hall, int counter, From from, TicketState state, std::string_view kind) {
    return perform(hall, [&](Act& act) -> ActResult<Ticket> {
        LINLI_TRY_ASSIGN(Decision<TicketRow> row, must_be_in_hand(act, counter));
        if (!row) return Decision<Ticket>(tl::unexpected<Refused>(row.error()));
        if (from == From::called && row->ticket.state != TicketState::called)
            return Decision<Ticket>(refuse(Refusal::wrong_state, row->ticket));
        LINLI_TRY(change_state(act, *row, state));
        LINLI_TRY(act.record(kind, row->ticket.id, wire::ticket_body(row->ticket)));
        return Decision<Ticket>(row->ticket);
    });
}

/// Counters that are open now and take the matter: the cell that a visit teaches.
Result<int> open_counters_for(Act& act, const std::string& matter_id) {
    const Matter* matter = act.content().matter(matter_id);
    LINLI_TRY_ASSIGN(const auto rows, act.stores().counters.all());
    int open = 0;
    for (const CounterRow& row : rows) {
        const CounterPlan* plan = act.content().counter(row.number);
        if (matter && plan && row.state == CounterState::open && act.content().takes(*plan, *matter)) ++open;
    }
    return std::max(open, 1);
}

Status learn_visit(Act& act, const Ticket& ticket, std::int64_t visit_ms) {
    LINLI_TRY_ASSIGN(const int open, open_counters_for(act, ticket.matter));
    const int hour = act.zone().at(act.wall_ms() - visit_ms).minute_of_day / 60;  // when it began
    LINLI_TRY_ASSIGN(VisitStore::Cell cell, act.stores().visits.find(ticket.matter, hour, open));
    const double days = cell.updated_ms == 0 ? 0 : static_cast<double>(act.wall_ms() - cell.updated_ms) / 86'400'000.0;
    cell.sample = add_visit(std::move(cell.sample), static_cast<double>(visit_ms) / 60'000.0, std::max(days, 0.0));
    cell.updated_ms = act.wall_ms();
    return act.stores().visits.save(cell);
}

/// How long the counter was taken up: the called and serving stretches since the newest call from the line.
Result<std::int64_t> visit_ms(Act& act, const TicketRow& row) {
    std::int64_t total = act.steady_ms() - row.ticket.state_since_steady_ms;

    LINLI_TRY_ASSIGN(const auto periods, act.stores().tickets.periods(row.row));
    for (auto period = periods.rbegin(); period != periods.rend() && !stands_in_line(period->state); ++period)
        if (period->state == TicketState::called || period->state == TicketState::serving) total += period->length_ms;
    return total;
}

}  // namespace

ActResult<Ticket> serve(Hall& hall, int counter) {
    return move_on(hall, counter, From::called, TicketState::serving, "ticket.serving");
}

ActResult<Ticket> miss(Hall& hall, int counter) {
    return move_on(hall, counter, From::called, TicketState::missed, "ticket.missed");
}

ActResult<Ticket> hold(Hall& hall, int counter) {
    return move_on(hall, counter, From::called_or_serving, TicketState::held, "ticket.held");
}

ActResult<Ticket> finish(Hall& hall, int counter, const Finish& finish) {
    if (finish.outcome.empty() || finish.outcome.size() > outcome_length_max || finish.note.size() > note_length_max)
        return fail(ErrorCode::invalid_input, "an outcome has 1 to 32 characters and a note at most 2,000 bytes");
    return perform(hall, [&](Act& act) -> ActResult<Ticket> {
        LINLI_TRY_ASSIGN(Decision<TicketRow> row, must_be_in_hand(act, counter));
        if (!row) return Decision<Ticket>(tl::unexpected<Refused>(row.error()));
        LINLI_TRY_ASSIGN(const std::int64_t visit, visit_ms(act, *row));
        LINLI_TRY(learn_visit(act, row->ticket, visit));
        LINLI_TRY(change_state(act, *row, TicketState::done));
        LINLI_TRY(act.stores().tickets.end(row->row, finish.outcome, finish.note));
        LINLI_TRY(act.record("ticket.finished", row->ticket.id,
                             wire::ticket_body(row->ticket, {{"outcome", finish.outcome}, {"visit_ms", visit}})));
        return Decision<Ticket>(row->ticket);
    });
}

ActResult<Ticket> hand_over(Hall& hall, int counter, const HandOver& target) {
    return perform(hall, [&](Act& act) -> ActResult<Ticket> {
        LINLI_TRY_ASSIGN(Decision<TicketRow> row, must_be_in_hand(act, counter));
        if (!row) return Decision<Ticket>(tl::unexpected<Refused>(row.error()));
        const Matter* matter = act.content().matter(target.matter.value_or(row->ticket.matter));
        if (!matter) return Decision<Ticket>(refuse(Refusal::unknown_matter));
        if (target.counter) {
            const CounterPlan* plan = act.content().counter(*target.counter);
            if (!plan) return Decision<Ticket>(refuse(Refusal::unknown_counter));
            if (!act.content().takes(*plan, *matter))
                return Decision<Ticket>(refuse(Refusal::not_taken_here, row->ticket));
            // Nobody else may call it there, so it would wait for ever.
            LINLI_TRY_ASSIGN(const CounterRow there, act.stores().counters.find(*target.counter));
            if (there.state == CounterState::closed)
                return Decision<Ticket>(refuse(Refusal::counter_closed, row->ticket));
        }
        LINLI_TRY_ASSIGN(const auto other, act.stores().tickets.find_open_of_same_person(row->row, matter->id));
        if (other) return Decision<Ticket>(refuse(Refusal::already_waiting, other->ticket));
        LINLI_TRY(change_state(act, *row, TicketState::handed_over));
        row->ticket.matter = matter->id;
        row->ticket.counter = target.counter;
        LINLI_TRY(act.stores().tickets.update(*row));
        LINLI_TRY(act.record("ticket.handed_over", row->ticket.id,
                             wire::ticket_body(row->ticket, {{"from_counter", std::int64_t{counter}}})));
        return Decision<Ticket>(row->ticket);
    });
}

ActResult<Ticket> remove_priority(Hall& hall, const std::string& code, const std::string& reason) {
    return perform(hall, [&](Act& act) -> ActResult<Ticket> {
        LINLI_TRY_ASSIGN(Decision<TicketRow> row, find_ticket(act, code));
        if (!row) return Decision<Ticket>(tl::unexpected<Refused>(row.error()));
        Ticket& ticket = row->ticket;
        if (!stands_in_line(ticket.state) || ticket.priority.empty())
            return Decision<Ticket>(refuse(Refusal::wrong_state, ticket));
        const std::string taken_away = std::exchange(ticket.priority, {});
        // Never forward: one that re-joined stands further back than it came.
        ticket.order_key = std::max(ticket.order_key, order_key_of_arrival(ticket.taken_steady_ms, 0));
        LINLI_TRY(act.stores().tickets.update(*row));
        LINLI_TRY(act.record("ticket.priority_removed", ticket.id,
                             wire::ticket_body(ticket, {{"priority", taken_away}, {"reason", reason.substr(0, 500)}})));
        return Decision<Ticket>(ticket);
    });
}

}  // namespace linli
