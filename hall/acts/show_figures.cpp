// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_figures.h"

#include <algorithm>

#include "hall/acts/hall_moment.h"
#include "hall/acts/show_devices.h"
#include "hall/store/hall_stores.h"

namespace linli {
namespace {

/// Means are made at the end, out of sums.
struct Sums {
    int taken = 0, done = 0, called = 0;
    std::int64_t waited_ms = 0, longest_ms = 0;

    void add(const TicketRow& row) {
        ++taken;
        if (row.ticket.state == TicketState::done) ++done;
        if (!row.called_ms) return;
        ++called;
        waited_ms += row.waited_ms;
        longest_ms = std::max(longest_ms, row.waited_ms);
    }
    Share share() const { return {taken, done, called > 0 ? waited_ms / called : 0, longest_ms}; }
};

struct CounterSums {
    int done = 0;
    std::int64_t visit_ms = 0;
    std::int64_t mean() const { return done > 0 ? visit_ms / done : 0; }
};

/// Which tickets a date has, and what the clocks show.
struct Reading {
    std::shared_ptr<const HallContent> content;
    HallMoment moment;
    bool today = false;
    LocalDate date;
    std::vector<TicketRow> tickets;
    std::optional<int> week_before_taken;
};

Result<std::optional<std::vector<TicketRow>>> tickets_of(HallStores& stores, const LocalDate& date) {
    LINLI_TRY_ASSIGN(const auto days, stores.box.service_days(date));
    if (days.empty()) return std::optional<std::vector<TicketRow>>();
    std::vector<TicketRow> all;
    for (const std::int64_t day : days) {
        LINLI_TRY_ASSIGN(const auto of_day, stores.tickets.of_day(day));
        all.insert(all.end(), of_day.begin(), of_day.end());
    }
    return all;
}

Result<std::optional<Reading>> read_day(Hall& hall, const std::optional<LocalDate>& date) {
    HallStores& stores = hall.stores();
    LINLI_TRY_ASSIGN(Transaction transaction, stores.database->begin_read());
    Reading reading;
    LINLI_TRY_ASSIGN(reading.content, hall.content());
    LINLI_TRY_ASSIGN(reading.moment, read_moment(hall));
    const LocalDate today = reading.moment.day_over ? reading.moment.here.date : reading.moment.newest.day.date;
    reading.date = date.value_or(today);
    reading.today = reading.date == today;
    LINLI_TRY_ASSIGN(auto tickets, tickets_of(stores, reading.date));
    if (!tickets && !reading.today) return std::optional<Reading>();
    if (tickets) reading.tickets = std::move(*tickets);
    LINLI_TRY_ASSIGN(const auto week_before, tickets_of(stores, reading.date.plus_days(-7)));
    if (week_before) reading.week_before_taken = static_cast<int>(week_before->size());
    LINLI_TRY(transaction.commit());
    return reading;
}

std::int64_t in_line_ms(const TicketRow& row, const HallMoment& moment) {
    const bool still = stands_in_line(row.ticket.state);
    return row.waited_ms + (still ? moment.steady_ms - row.ticket.state_since_steady_ms : 0);
}

void add_counts(Figures& figures, const Reading& reading) {
    const std::int64_t limit_ms = std::int64_t{reading.content->rules.wait_red_minutes} * 60'000;
    Sums all;
    CounterSums visits;
    for (const TicketRow& row : reading.tickets) {
        all.add(row);
        const TicketState state = row.ticket.state;
        figures.missed += state == TicketState::missed ? 1 : 0;
        figures.left += state == TicketState::left ? 1 : 0;
        figures.waiting += stands_in_line(state) ? 1 : 0;
        figures.over_limit += in_line_ms(row, reading.moment) > limit_ms ? 1 : 0;
        if (state != TicketState::done) continue;
        ++visits.done;
        visits.visit_ms += row.visit_ms;
        ++figures.outcomes[row.outcome];
    }
    figures.all = all.share();
    figures.visit_mean_ms = visits.mean();
}

void add_hours(Figures& figures, const Reading& reading, const TimeZone& zone) {
    std::map<int, Sums> hours;
    for (const TicketRow& row : reading.tickets) {
        Sums& taken = hours[zone.at(row.ticket.taken_ms).minute_of_day / 60];
        const int done_before = taken.done;
        taken.add(row);
        taken.done = done_before;
        if (row.ticket.state == TicketState::done) ++hours[zone.at(row.ticket.state_since_ms).minute_of_day / 60].done;
    }
    if (hours.empty()) return;
    for (int hour = hours.begin()->first; hour <= hours.rbegin()->first; ++hour)
        figures.hours.push_back({hour, hours[hour].share()});
}

void add_lines_and_counters(Figures& figures, const Reading& reading) {
    std::map<char, Sums> lines;
    std::map<int, CounterSums> counters;
    for (const Line& line : reading.content->lines) lines[line.letter];
    for (const CounterPlan& plan : reading.content->counters) counters[plan.number];
    for (const TicketRow& row : reading.tickets) {
        lines[row.ticket.letter].add(row);
        if (row.ticket.state != TicketState::done || !row.ticket.counter) continue;
        CounterSums& counter = counters[*row.ticket.counter];
        ++counter.done;
        counter.visit_ms += row.visit_ms;
    }
    for (const auto& [letter, sums] : lines) figures.lines.push_back({letter, sums.share()});
    for (const auto& [number, sums] : counters) figures.counters.push_back({number, sums.done, sums.mean()});
}

void add_hand_over(Figures& figures, const Reading& reading) {
    for (const TicketRow& row : reading.tickets) {
        const std::string code = row.ticket.code();
        if (row.ticket.state == TicketState::missed) figures.hand_over.missed_codes.push_back(code);
        if (row.ticket.state == TicketState::held) figures.hand_over.held_codes.push_back(code);
        if (stands_in_line(row.ticket.state)) figures.hand_over.waiting_codes.push_back(code);
    }
}

Status add_troubles(Figures& figures, Hall& hall) {
    LINLI_TRY_ASSIGN(const auto devices, show_devices(hall));
    for (const DeviceStatus& device : devices)
        if (device.health == DeviceHealth::bad || device.health == DeviceHealth::warning)
            figures.hand_over.troubles.push_back(device);
    return {};
}

}  // namespace

Result<std::optional<Figures>> show_figures(Hall& hall, std::optional<LocalDate> date) {
    LINLI_TRY_ASSIGN(const auto reading, read_day(hall, date));
    if (!reading) return std::optional<Figures>();
    Figures figures;
    figures.date = reading->date.text();
    figures.today = reading->today;
    figures.as_of_ms = reading->moment.wall_ms;
    figures.week_before_taken = reading->week_before_taken;
    add_counts(figures, *reading);
    add_hours(figures, *reading, hall.zone());
    add_lines_and_counters(figures, *reading);
    add_hand_over(figures, *reading);
    if (figures.today) LINLI_TRY(add_troubles(figures, hall));
    return figures;
}

}  // namespace linli
