// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_hall.h"

#include "hall/acts/counter_desk.h"
#include "hall/acts/line_view.h"
#include "hall/acts/pause_issuing.h"
#include "hall/acts/set_message.h"
#include "hall/acts/take_number.h"

namespace linli {
namespace {

constexpr int calls_shown_max = 6;

std::vector<CounterStatus> counters_of(const LineView& view) {
    std::vector<CounterStatus> all;
    for (const CounterRow& row : view.counters()) {
        CounterStatus status;
        status.number = row.number;
        status.open = row.state == CounterState::open;
        status.since_ms = row.since_ms;
        for (const TicketRow& ticket : view.at_counters()) {
            if (ticket.ticket.counter != row.number) continue;
            if (ticket.ticket.state == TicketState::held)
                ++status.held;
            else
                status.in_hand = ticket.ticket;
        }
        all.push_back(std::move(status));
    }
    return all;
}

void add_hours(HallStatus& status, const LineView& view, Hall& hall) {
    const LocalTime here = hall.local_now();
    const auto& spans = view.content().hours.on(here.date, here.weekday);
    if (!spans.empty()) status.closes_at_minute = spans.back().end_minute;
    status.break_today = spans.size() > 1;
    status.issuing = refusal_by_hours(view.content(), hall.zone(), hall.clock().wall_ms());
    if (!status.issuing) status.issuing = refusal_by_pause(view.notices(), {});
    status.clock_behind = here.date < view.newest_mark().day.date;
}

}  // namespace

Result<HallStatus> show_hall(Hall& hall) {
    LINLI_TRY_ASSIGN(const LineView view, LineView::read(hall));
    HallStatus status;
    status.waiting = static_cast<int>(view.line().size());
    status.counters = counters_of(view);
    for (const CounterStatus& counter : status.counters) status.open_counters += counter.open ? 1 : 0;
    if (const Matter* usual = view.usual_matter()) status.wait = view.wait(*usual, order_key_now(view, 0), INT64_MAX);
    add_hours(status, view, hall);
    status.message = message_at(view.notices(), hall.clock().wall_ms());
    status.paused_matters = view.notices().matters;
    LINLI_TRY_ASSIGN(const auto calls, hall.stores().tickets.recent_calls(view.service_day(), calls_shown_max));
    for (const TicketRow& row : calls)
        if (row.ticket.counter && !stands_in_line(row.ticket.state))
            status.calls.push_back({row.ticket, *row.ticket.counter, row.called_ms.value_or(0)});
    LINLI_TRY_ASSIGN(status.help_called, hall.stores().help.any_open());
    LINLI_TRY_ASSIGN(status.devices, hall.stores().devices.all());
    return status;
}

ActResult<std::vector<LineEntry>> show_line(Hall& hall, std::optional<int> counter) {
    LINLI_TRY_ASSIGN(const LineView view, LineView::read(hall));
    const CounterPlan* plan = counter ? view.content().counter(*counter) : nullptr;
    if (counter && !plan) return Decision<std::vector<LineEntry>>(refuse(Refusal::unknown_counter));
    std::vector<LineEntry> entries;
    for (const TicketRow& row : view.line()) {
        if (plan && !may_call(view.content(), *plan, row.ticket)) continue;
        entries.push_back({row.ticket, static_cast<double>(view.steady_ms() - row.ticket.taken_steady_ms) / 60'000.0});
    }
    return Decision<std::vector<LineEntry>>(std::move(entries));
}

}  // namespace linli
