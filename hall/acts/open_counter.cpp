// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/open_counter.h"

#include <fmt/format.h>

#include "hall/acts/counter_desk.h"
#include "hall/acts/counter_steps.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

Status save(Act& act, int counter, CounterState state, std::string_view reason) {
    LINLI_TRY(act.stores().counters.save({counter, state, act.wall_ms()}));
    return act.record(state == CounterState::open ? "counter.opened" : "counter.closed",
                      fmt::format("counter:{}", counter), wire::body({{"reason", std::string(reason)}}));
}

/// What was handed over to this counter alone would wait for ever once it is closed.
Status free_handed_over(Act& act, int counter) {
    LINLI_TRY_ASSIGN(std::vector<TicketRow> line, act.stores().tickets.line());
    for (TicketRow& row : line) {
        if (row.ticket.counter != counter) continue;
        row.ticket.counter.reset();
        LINLI_TRY(act.stores().tickets.update(row));
    }
    return {};
}

}  // namespace

ActResult<int> open_counter(Act& act, int counter) {
    if (!act.content().counter(counter)) return Decision<int>(refuse(Refusal::unknown_counter));
    LINLI_TRY_ASSIGN(const CounterRow row, act.stores().counters.find(counter));
    if (row.state == CounterState::open) return Decision<int>(refuse(Refusal::counter_open_already));
    LINLI_TRY(save(act, counter, CounterState::open, "clerk"));
    return Decision<int>(counter);
}

ActResult<int> close_counter(Act& act, int counter, std::string_view reason) {
    if (!act.content().counter(counter)) return Decision<int>(refuse(Refusal::unknown_counter));
    LINLI_TRY_ASSIGN(const CounterRow row, act.stores().counters.find(counter));
    if (row.state == CounterState::closed) return Decision<int>(refuse(Refusal::counter_closed_already));
    LINLI_TRY_ASSIGN(const auto busy_with, in_hand(act, counter));
    if (busy_with) return Decision<int>(refuse(Refusal::counter_busy, busy_with->ticket));
    LINLI_TRY(free_handed_over(act, counter));
    LINLI_TRY(act.stores().holders.remove(counter));
    LINLI_TRY(save(act, counter, CounterState::closed, reason));
    return Decision<int>(counter);
}

ActResult<int> open_counter(Hall& hall, int counter) {
    return perform(hall, [&](Act& act) { return open_counter(act, counter); });
}

ActResult<int> close_counter(Hall& hall, int counter) {
    return perform(hall, [&](Act& act) { return close_counter(act, counter, "clerk"); });
}

}  // namespace linli
