// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/act.h"

#include <fmt/format.h>

#include "hall/base/uuid.h"
#include "hall/wire/journal_body.h"
#include "hall/wire/journal_json.h"

namespace linli {

Result<Act> Act::begin(Hall& hall) {
    LINLI_TRY_ASSIGN(Transaction transaction, hall.stores().database->begin_write());
    Act act(hall, std::move(transaction));
    LINLI_TRY_ASSIGN(act.content_, hall.content());
    LINLI_TRY_ASSIGN(act.box_, hall.stores().box.load());
    LINLI_TRY(act.meet_the_day());
    return act;
}

Status Act::meet_the_day() {
    const ClockReading now = read(hall_->clock());
    const LocalDate today = hall_->zone().at(now.wall_ms).date;
    const DayStep step = next_day_step(box_.mark, hall_->zone(), now);
    const LocalDate seen_before = box_.mark.seen_date;
    box_.mark.mark = SteadyMark{steady_now(box_.mark.mark, now), now};
    box_.mark.seen_date = today;
    switch (step) {
        case DayStep::same:
            return {};
        case DayStep::next:
        case DayStep::next_carry:
            return open_day(today, step);
        case DayStep::clock_moved:
            return record("clock.moved", fmt::format("day:{}", service_day()),
                          wire::body({{"date_before", seen_before.text()}, {"date_now", today.text()}}));
    }
    return {};
}

Status Act::open_day(const LocalDate& today, DayStep step) {
    LINLI_TRY_ASSIGN(box_.mark.day.id, stores().box.add_service_day(today, wall_ms()));
    box_.mark.day.date = today;
    std::int64_t ended = 0;
    LINLI_TRY_ASSIGN(std::vector<TicketRow> left_over, stores().tickets.left_over(service_day()));
    for (TicketRow& row : left_over) {
        LINLI_TRY_ASSIGN(const std::string boot, stores().tickets.boot_of(row.row));
        if (step == DayStep::next_carry && boot == boot_id()) continue;
        LINLI_TRY(begin_state(*this, row, TicketState::left));
        row.outcome = "day_end";
        LINLI_TRY(stores().tickets.update(row));
        LINLI_TRY(record("ticket.left", row.ticket.id, wire::ticket_body(row.ticket, {{"reason", "day_end"}})));
        ++ended;
    }
    LINLI_TRY_ASSIGN(std::vector<CounterRow> counters, stores().counters.all());
    for (CounterRow& counter : counters) {
        // A clock that is set right again closes nobody's counter; a midnight does.
        if (counter.state == CounterState::closed || step == DayStep::next_carry) continue;
        LINLI_TRY(stores().holders.remove(counter.number));
        counter.state = CounterState::closed;
        counter.since_ms = wall_ms();
        LINLI_TRY(stores().counters.save(counter));
        LINLI_TRY(
            record("counter.closed", fmt::format("counter:{}", counter.number), wire::body({{"reason", "day_end"}})));
    }
    // Somebody may ask for the answer to an order of shortly before midnight.
    LINLI_TRY(stores().orders.remove_before(service_day() - 1));
    return record("day.opened", fmt::format("day:{}", service_day()),
                  wire::body({{"local_date", today.text()}, {"tickets_ended", ended}}));
}

Status Act::record(std::string_view kind, std::string_view subject, std::string body) {
    JournalEntry entry;
    entry.seq = box_.journal_seq + 1;
    entry.epoch = box_.epoch;
    entry.id = new_uuid(wall_ms());
    entry.wall_ms = wall_ms();
    entry.steady_ms = steady_ms();
    entry.actor = hall_->actor().name;
    entry.kind = kind;
    entry.subject = subject;
    entry.body = std::move(body);
    const std::string bytes = wire::freeze(entry);
    const Digest chain = chain_after(box_.journal_chain, bytes);
    LINLI_TRY(stores().journal.append({entry.seq, entry.kind, entry.subject, bytes, std::string(as_text(chain))}));
    box_.journal_seq = entry.seq;
    box_.journal_chain = as_text(chain);
    kept_ = true;
    return {};
}

Status Act::commit() {
    LINLI_TRY(stores().box.save(box_));
    return transaction_.commit();
}

Status Act::commit_refused() { return kept_ ? commit() : Status{}; }

Status begin_state(Act& act, TicketRow& row, TicketState state) {
    Ticket& ticket = row.ticket;
    TicketPeriod ended;
    ended.state = ticket.state;
    ended.counter = ticket.counter;
    ended.begin_ms = ticket.state_since_ms;
    ended.length_ms = act.steady_ms() - ticket.state_since_steady_ms;
    LINLI_TRY(act.stores().tickets.add_period(row.row, ended));
    if (stands_in_line(ended.state)) {
        row.waited_ms += ended.length_ms;
        row.visit_ms = 0;
    } else if (ended.state == TicketState::called || ended.state == TicketState::serving) {
        row.visit_ms += ended.length_ms;
    }
    ticket.state = state;
    ticket.state_since_ms = act.wall_ms();
    ticket.state_since_steady_ms = act.steady_ms();
    row.outcome.clear();
    row.note.clear();
    row.ended_by = {};
    return {};
}

Status change_state(Act& act, TicketRow& row, TicketState state) {
    LINLI_TRY(begin_state(act, row, state));
    return act.stores().tickets.update(row);
}

}  // namespace linli
