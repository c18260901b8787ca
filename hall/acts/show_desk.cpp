// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_desk.h"

#include <fmt/format.h>

#include <algorithm>

#include "hall/acts/counter_desk.h"
#include "hall/acts/desk_tickets.h"
#include "hall/acts/hall_moment.h"
#include "hall/acts/set_message.h"
#include "hall/acts/show_devices.h"
#include "hall/base/bytes.h"
#include "hall/queue/opening.h"
#include "hall/wire/desk_order_json.h"

namespace linli {
namespace {

/// What is read of the hall before it is put together. Of a day that is over nobody is left.
struct Reading {
    std::shared_ptr<const HallContent> content;
    HallMoment moment;
    std::vector<TicketRow> line, at_counters, missed;
    std::vector<CounterRow> counters;
    std::vector<HolderRow> holders;
    DayCount count;
};

Status read_people(HallStores& stores, Reading& reading) {
    LINLI_TRY_ASSIGN(reading.count, stores.day_counts.count(reading.moment.service_day, reading.moment.journal_seq));
    if (reading.moment.day_over) return {};
    LINLI_TRY_ASSIGN(reading.line, stores.tickets.line());
    LINLI_TRY_ASSIGN(reading.at_counters, stores.tickets.at_counters());
    LINLI_TRY_ASSIGN(reading.counters, stores.counters.all());
    LINLI_TRY_ASSIGN(reading.holders, stores.holders.all());
    for (const std::int64_t row : reading.count.missed) {
        LINLI_TRY_ASSIGN(const auto ticket, stores.tickets.find_by_row(row));
        if (ticket) reading.missed.push_back(*ticket);
    }
    std::ranges::stable_sort(reading.missed, std::ranges::greater(),
                             [](const TicketRow& row) { return row.ticket.state_since_steady_ms; });
    return {};
}

std::vector<DeskTicket> shown(const std::vector<TicketRow>& rows, std::int64_t steady_ms) {
    std::vector<DeskTicket> tickets;
    tickets.reserve(rows.size());
    for (const TicketRow& row : rows) tickets.push_back(desk_ticket(row, steady_ms));
    return tickets;
}

std::vector<DeskCounter> counters_of(const Reading& reading) {
    std::vector<DeskCounter> counters;
    for (const CounterPlan& plan : reading.content->counters) {
        DeskCounter counter;
        counter.number = plan.number;
        const auto row = std::ranges::find(reading.counters, plan.number, &CounterRow::number);
        if (row != reading.counters.end()) {
            counter.open = row->state == CounterState::open;
            counter.since_ms = row->since_ms;
        }
        const auto holder = std::ranges::find(reading.holders, plan.number, &HolderRow::counter);
        if (holder != reading.holders.end()) counter.holder = holder->clerk;
        for (const TicketRow& ticket : reading.at_counters)
            if (ticket.ticket.counter == plan.number && ticket.ticket.state != TicketState::held)
                counter.in_hand = desk_ticket(ticket, reading.moment.steady_ms);
        const auto next = std::ranges::find_if(
            reading.line, [&](const TicketRow& waiting) { return may_call(*reading.content, plan, waiting.ticket); });
        if (counter.open && next != reading.line.end()) counter.next = next->ticket.code();
        counters.push_back(std::move(counter));
    }
    return counters;
}

DayFigures figures_of(const DayCount& count, const std::vector<DeskTicket>& line) {
    DayFigures figures{count.taken, count.done, count.done_by, 0, 0, {}};
    if (count.called > 0) figures.waited_mean_ms = count.waited_ms / count.called;
    for (const DeskTicket& waiting : line) {
        if (waiting.waited_ms.value_or(0) < figures.longest_wait_ms) continue;
        figures.longest_wait_ms = waiting.waited_ms.value_or(0);
        figures.longest_code = waiting.ticket.code();
    }
    return figures;
}

Result<std::vector<UndoOffer>> undo_offers(const Reading& reading) {
    std::vector<UndoOffer> offers;
    for (const HolderRow& holder : reading.holders) {
        if (!holder.undo) continue;
        LINLI_TRY_ASSIGN(const OrderUndo undo, wire::read_order_undo(*holder.undo));
        const std::int64_t left_ms = undo.steady_ms + order_undo_ms_max - reading.moment.steady_ms;
        if (left_ms > 0) offers.push_back({holder.counter, undo.order, undo.code, reading.moment.wall_ms + left_ms});
    }
    return offers;
}

void add_hours(DeskView& view, const Hall& hall, const Reading& reading) {
    const HallMoment& moment = reading.moment;
    const OpeningHours& hours = reading.content->hours;
    view.open = issuing_at(hours, hall.zone(), moment.wall_ms).state == Issuing::open;
    const auto& spans = hours.on(moment.here.date, moment.here.weekday);
    if (!spans.empty()) view.closes_ms = hall.zone().moment(moment.here.date, spans.back().end_minute);
    view.service_date = (moment.day_over ? moment.here.date : moment.newest.day.date).text();
    view.clock_behind = moment.here.date < moment.newest.day.date;
}

/// Nearly everything that a page shows is journaled. Devices are not, and may change without a word when their program
/// ends; and some things end by the clock.
std::string mark_of(const HallMoment& moment, const DeskView& view) {
    std::string words = fmt::format("{}{}{};", view.open, view.clock_behind, view.notices.message.has_value());
    for (const DeviceStatus& device : view.devices)
        words += fmt::format("{}/{}/{}/{}/{};", device.place, name_of(device.device), name_of(device.health),
                             device.detail, device.since_ms);
    return fmt::format("{}-{}-{}", moment.service_day, moment.journal_seq, hex(as_text(blake2b(words)).substr(0, 4)));
}

}  // namespace

Result<DeskView> show_desk(Hall& hall) {
    HallStores& stores = hall.stores();
    LINLI_TRY_ASSIGN(Transaction transaction, stores.database->begin_read());
    Reading reading;
    LINLI_TRY_ASSIGN(reading.content, hall.content());
    LINLI_TRY_ASSIGN(reading.moment, read_moment(hall));
    LINLI_TRY(read_people(stores, reading));
    DeskView view;
    LINLI_TRY_ASSIGN(view.notices, stores.notices.all());
    LINLI_TRY_ASSIGN(view.help, stores.help.all_open());
    LINLI_TRY_ASSIGN(view.devices, show_devices(hall));
    LINLI_TRY_ASSIGN(view.content_version, stores.content.newest_version());
    LINLI_TRY(transaction.commit());

    const HallMoment& moment = reading.moment;
    view.now_ms = moment.wall_ms;
    add_hours(view, hall, reading);
    view.line = shown(reading.line, moment.steady_ms);
    for (const TicketRow& row : reading.at_counters)
        if (row.ticket.state == TicketState::held) view.held.push_back(desk_ticket(row, moment.steady_ms));
    view.missed = shown(reading.missed, moment.steady_ms);
    view.counters = counters_of(reading);
    view.today = figures_of(reading.count, view.line);
    LINLI_TRY_ASSIGN(view.undo, undo_offers(reading));
    if (!message_at(view.notices, moment.wall_ms)) view.notices.message.reset();
    view.mark = mark_of(moment, view);
    return view;
}

}  // namespace linli
