// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/undo_order.h"

#include <algorithm>

#include "hall/acts/counter_desk.h"
#include "hall/wire/desk_order_json.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

TicketBefore::After state_now(const TicketRow& row) {
    const Ticket& ticket = row.ticket;
    return {ticket.state,   ticket.state_since_steady_ms, ticket.order_key, ticket.counter, ticket.calls,
            ticket.priority};
}

TicketBefore before(const TicketMove& move) {
    const TicketRow& row = move.before;
    const Ticket& ticket = row.ticket;
    return {row.row,        ticket.matter,        ticket.state,  ticket.state_since_ms, ticket.state_since_steady_ms,
            ticket.counter, ticket.calls,         row.called_ms, row.waited_ms,         row.visit_ms,
            row.ended_by,   state_now(move.after)};
}

bool in_a_hand(TicketState state) { return state == TicketState::called || state == TicketState::serving; }

/// One ticket to be put back, found.
struct PutBack {
    TicketRow row;
    TicketBefore before;
};

Result<std::optional<Refused>> refusal_to_put_back(Act& act, const PutBack& ticket) {
    if (state_now(ticket.row) != ticket.before.after) return Refused{Refusal::wrong_state, ticket.row.ticket, {}};
    if (!is_open(ticket.before.state)) return std::optional<Refused>();
    LINLI_TRY_ASSIGN(const auto other,
                     act.stores().tickets.find_open_of_same_person(ticket.row.row, ticket.before.matter));
    if (other) return Refused{Refusal::already_waiting, other->ticket, {}};
    return std::optional<Refused>();
}

/// Somebody else came into the counter's hand meanwhile, by the command line.
Result<std::optional<Refused>> refusal_of_hands(Act& act, int counter, const std::vector<PutBack>& tickets) {
    LINLI_TRY_ASSIGN(const auto now, in_hand(act, counter));
    const bool comes_back = std::ranges::any_of(tickets, [](const auto& t) { return in_a_hand(t.before.state); });
    const bool goes = now && std::ranges::any_of(tickets, [&](const auto& t) { return t.row.row == now->row; });
    if (now && comes_back && !goes) return Refused{Refusal::counter_busy, now->ticket, {}};
    return std::optional<Refused>();
}

std::string kind_of_undoing(TicketState state) {
    switch (state) {
        case TicketState::called:
            return "ticket.call_undone";
        case TicketState::serving:
            return "ticket.serve_undone";
        case TicketState::done:
            return "ticket.finish_undone";
        case TicketState::missed:
            return "ticket.miss_undone";
        case TicketState::held:
            return "ticket.hold_undone";
        default:
            return "ticket.hand_over_undone";
    }
}

Status put_back(Act& act, PutBack& ticket, int counter) {
    TicketRow& row = ticket.row;
    const TicketBefore& then = ticket.before;
    const std::string kind = kind_of_undoing(row.ticket.state);
    LINLI_TRY(act.stores().tickets.remove_newest_period(row.row));
    row.ticket.matter = then.matter;
    row.ticket.state = then.state;
    row.ticket.state_since_ms = then.state_since_ms;
    row.ticket.state_since_steady_ms = then.state_since_steady_ms;
    row.ticket.counter = then.counter;
    row.ticket.calls = then.calls;
    row.called_ms = then.called_ms;
    row.waited_ms = then.waited_ms;
    row.visit_ms = then.visit_ms;
    row.outcome.clear();
    row.note.clear();
    row.ended_by = then.ended_by;
    LINLI_TRY(act.stores().tickets.update(row));
    return act.record(kind, row.ticket.id, wire::ticket_body(row.ticket, {{"from_counter", std::int64_t{counter}}}));
}

}  // namespace

OrderUndo undo_of(const std::vector<TicketMove>& moves) {
    OrderUndo undo;
    for (const TicketMove& move : moves) {
        undo.tickets.push_back(before(move));
        if (move.taught) undo.taught = move.taught;
    }
    return undo;
}

Result<std::optional<Refused>> undo_newest_order(Act& act, const HolderRow& holder) {
    if (!holder.undo) return Refused{Refusal::nothing_to_undo, {}, {}};
    LINLI_TRY_ASSIGN(const OrderUndo undo, wire::read_order_undo(*holder.undo));
    if (act.steady_ms() - undo.steady_ms > order_undo_ms_max) return Refused{Refusal::too_late, {}, {}};
    std::vector<PutBack> tickets;
    for (const TicketBefore& then : undo.tickets) {
        LINLI_TRY_ASSIGN(const auto row, act.stores().tickets.find_by_row(then.row));
        if (!row) return fail(ErrorCode::corrupt, "a ticket of an order is not there");
        tickets.push_back({*row, then});
        LINLI_TRY_ASSIGN(auto refused, refusal_to_put_back(act, tickets.back()));
        if (refused) return refused;
    }
    LINLI_TRY_ASSIGN(auto refused, refusal_of_hands(act, holder.counter, tickets));
    if (refused) return refused;
    for (auto ticket = tickets.rbegin(); ticket != tickets.rend(); ++ticket)
        LINLI_TRY(put_back(act, *ticket, holder.counter));
    if (undo.taught) LINLI_TRY(forget_visit(act, *undo.taught));
    return std::optional<Refused>();
}

}  // namespace linli
