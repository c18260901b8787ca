// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/serve_number.h"

#include <algorithm>

#include "hall/acts/counter_desk.h"
#include "hall/acts/counter_steps.h"
#include "hall/acts/ticket_steps.h"
#include "hall/queue/order.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

constexpr std::size_t outcome_length_max = 32;
constexpr std::size_t note_length_max = 2000;  // bytes: 500 Chinese characters and some

enum class From { called, called_or_serving };

/// Takes the ticket in hand to another state and records it.
ActResult<TicketMove> move_on(Act& act, int counter, From from, TicketState state, std::string_view kind,
                              const Clerk& by = {}) {
    LINLI_TRY_ASSIGN(const Decision<TicketRow> before, must_be_in_hand(act, counter));
    if (!before) return not_moved(before.error());
    if (from == From::called && before->ticket.state != TicketState::called)
        return not_moved({Refusal::wrong_state, before->ticket, {}});
    TicketRow row = *before;
    LINLI_TRY(begin_state(act, row, state));
    row.ended_by = by;
    LINLI_TRY(act.stores().tickets.update(row));
    LINLI_TRY(act.record(kind, row.ticket.id, wire::ticket_body(row.ticket)));
    return Decision<TicketMove>(TicketMove{*before, std::move(row), {}});
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

double days_between(WallMs earlier, WallMs later) {
    return std::max(static_cast<double>(later - earlier) / 86'400'000.0, 0.0);
}

/// Gives what was learnt; nothing where the length cannot be that of a visit.
Result<std::optional<TaughtVisit>> learn_visit(Act& act, const Ticket& ticket, std::int64_t visit_ms) {
    TaughtVisit taught;
    taught.matter = ticket.matter;
    LINLI_TRY_ASSIGN(taught.open_counters, open_counters_for(act, ticket.matter));
    taught.hour = act.zone().at(act.wall_ms() - visit_ms).minute_of_day / 60;  // when it began
    taught.wall_ms = act.wall_ms();
    LINLI_TRY_ASSIGN(VisitStore::Cell cell, act.stores().visits.find(taught.matter, taught.hour, taught.open_counters));
    const double days = cell.updated_ms == 0 ? 0 : days_between(cell.updated_ms, act.wall_ms());
    const double minutes = static_cast<double>(visit_ms) / 60'000.0;
    taught.minutes = believed_minutes(cell.sample, minutes, days);
    cell.sample = add_visit(std::move(cell.sample), minutes, days);
    cell.updated_ms = act.wall_ms();
    LINLI_TRY(act.stores().visits.save(cell));
    return taught.minutes > 0 ? std::optional<TaughtVisit>(std::move(taught)) : std::nullopt;
}

/// Why the ticket cannot be handed over there.
ActResult<const Matter*> find_target(Act& act, const TicketRow& row, const HandOver& target) {
    const auto no = [](auto refused) { return Decision<const Matter*>(std::move(refused)); };
    const Matter* matter = act.content().matter(target.matter.value_or(row.ticket.matter));
    if (!matter) return no(refuse(Refusal::unknown_matter));
    if (target.counter) {
        const CounterPlan* plan = act.content().counter(*target.counter);
        if (!plan) return no(refuse(Refusal::unknown_counter));
        if (!act.content().takes(*plan, *matter)) return no(refuse(Refusal::not_taken_here, row.ticket));
        // Nobody else may call it there, so it would wait for ever.
        LINLI_TRY_ASSIGN(const CounterRow there, act.stores().counters.find(*target.counter));
        if (there.state == CounterState::closed) return no(refuse(Refusal::counter_closed, row.ticket));
    }
    LINLI_TRY_ASSIGN(const auto other, act.stores().tickets.find_open_of_same_person(row.row, matter->id));
    if (other) return no(refuse(Refusal::already_waiting, other->ticket));
    return Decision<const Matter*>(matter);
}

}  // namespace

Status check(const Finish& finish) {
    if (!finish.outcome.empty() && finish.outcome.size() <= outcome_length_max && finish.note.size() <= note_length_max)
        return {};
    return fail(ErrorCode::invalid_input, "an outcome has 1 to 32 characters and a note at most 2,000 bytes");
}

ActResult<TicketMove> serve(Act& act, int counter) {
    return move_on(act, counter, From::called, TicketState::serving, "ticket.serving");
}

ActResult<TicketMove> miss(Act& act, int counter, const Clerk& by) {
    return move_on(act, counter, From::called, TicketState::missed, "ticket.missed", by);
}

ActResult<TicketMove> hold(Act& act, int counter) {
    return move_on(act, counter, From::called_or_serving, TicketState::held, "ticket.held");
}

ActResult<TicketMove> finish(Act& act, int counter, const Finish& finish, const Clerk& by) {
    LINLI_TRY_ASSIGN(const Decision<TicketRow> before, must_be_in_hand(act, counter));
    if (!before) return not_moved(before.error());
    TicketRow row = *before;
    LINLI_TRY(begin_state(act, row, TicketState::done));
    row.outcome = finish.outcome;
    row.note = finish.note;
    row.ended_by = by;
    LINLI_TRY(act.stores().tickets.update(row));
    LINLI_TRY_ASSIGN(auto taught, learn_visit(act, row.ticket, row.visit_ms));
    LINLI_TRY(act.record("ticket.finished", row.ticket.id,
                         wire::ticket_body(row.ticket, {{"outcome", finish.outcome}, {"visit_ms", row.visit_ms}})));
    return Decision<TicketMove>(TicketMove{*before, std::move(row), std::move(taught)});
}

ActResult<TicketMove> hand_over(Act& act, int counter, const HandOver& target) {
    LINLI_TRY_ASSIGN(const Decision<TicketRow> before, must_be_in_hand(act, counter));
    if (!before) return not_moved(before.error());
    LINLI_TRY_ASSIGN(const Decision<const Matter*> matter, find_target(act, *before, target));
    if (!matter) return not_moved(matter.error());
    TicketRow row = *before;
    LINLI_TRY(begin_state(act, row, TicketState::handed_over));
    row.ticket.matter = (*matter)->id;
    row.ticket.counter = target.counter;
    LINLI_TRY(act.stores().tickets.update(row));
    LINLI_TRY(act.record("ticket.handed_over", row.ticket.id,
                         wire::ticket_body(row.ticket, {{"from_counter", std::int64_t{counter}}})));
    return Decision<TicketMove>(TicketMove{*before, std::move(row), {}});
}

Status forget_visit(Act& act, const TaughtVisit& taught) {
    LINLI_TRY_ASSIGN(VisitStore::Cell cell, act.stores().visits.find(taught.matter, taught.hour, taught.open_counters));
    cell.sample = remove_visit(std::move(cell.sample), taught.minutes, days_between(taught.wall_ms, cell.updated_ms));
    if (cell.sample.weight > 0) return act.stores().visits.save(cell);
    return act.stores().visits.remove(cell.sample);
}

ActResult<Ticket> serve(Hall& hall, int counter) {
    return perform(hall, [&](Act& act) { return ticket_after(serve(act, counter)); });
}

ActResult<Ticket> miss(Hall& hall, int counter) {
    return perform(hall, [&](Act& act) { return ticket_after(miss(act, counter, {})); });
}

ActResult<Ticket> hold(Hall& hall, int counter) {
    return perform(hall, [&](Act& act) { return ticket_after(hold(act, counter)); });
}

ActResult<Ticket> finish(Hall& hall, int counter, const Finish& how) {
    LINLI_TRY(check(how));
    return perform(hall, [&](Act& act) { return ticket_after(finish(act, counter, how, {})); });
}

ActResult<Ticket> hand_over(Hall& hall, int counter, const HandOver& target) {
    return perform(hall, [&](Act& act) { return ticket_after(hand_over(act, counter, target)); });
}

ActResult<Ticket> remove_priority(Act& act, const std::string& code, const std::string& reason) {
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
}

ActResult<Ticket> remove_priority(Hall& hall, const std::string& code, const std::string& reason) {
    return perform(hall, [&](Act& act) { return remove_priority(act, code, reason); });
}

}  // namespace linli
