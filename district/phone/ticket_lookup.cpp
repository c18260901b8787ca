// SPDX-License-Identifier: Apache-2.0
#include "district/phone/ticket_lookup.h"

#include <algorithm>
#include <cmath>

#include "district/store/fleet.h"
#include "district/store/halls.h"
#include "district/store/ticket_line.h"

namespace linli::district {
namespace {

constexpr std::int64_t pace_minutes = 45;
constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t calls_min = 3;

Status add_place_in_line(Connection& connection, const TicketRow& row, WallMs as_of, PhoneTicket& ticket) {
    LINLI_TRY_ASSIGN(const std::int64_t ahead, count_ahead(connection, row));
    LINLI_TRY_ASSIGN(const std::int64_t calls, count_calls_since(connection, row, as_of - pace_minutes * minute_ms));
    ticket.people_ahead = static_cast<int>(ahead);
    ticket.wait = wait_by_pace(ahead, calls, pace_minutes);
    return {};
}

}  // namespace

std::optional<PhoneTicket::Wait> wait_by_pace(std::int64_t ahead, std::int64_t calls, std::int64_t minutes) {
    if (calls < calls_min) return std::nullopt;
    const double likely = static_cast<double>((ahead + 1) * minutes) / static_cast<double>(calls);
    // Visits differ so much that a single figure would be wrong nearly always.
    const int low = std::max(1, static_cast<int>(std::floor(likely * 0.7)));
    return PhoneTicket::Wait{low, std::max(low + 1, static_cast<int>(std::ceil(likely * 1.4)))};
}

Result<std::optional<FoundTicket>> look_up_ticket(Connection& connection, std::string_view page_key, WallMs now) {
    LINLI_TRY_ASSIGN(const auto row, find_ticket_by_page(connection, page_key));
    if (!row) return std::nullopt;
    LINLI_TRY_ASSIGN(const auto hall, find_hall(connection, row->hall_id));
    const auto state = ticket_state_from(row->state);
    if (!hall || hall->state != HallState::active || !state) return std::nullopt;
    LINLI_TRY_ASSIGN(TimeZone zone, TimeZone::open(hall->time_zone));
    if (zone.at(now).date.text() != row->date) return std::nullopt;
    LINLI_TRY_ASSIGN(const auto contact, last_contact(connection, row->hall_id, row->device_id));

    PhoneTicket ticket;
    ticket.hall_name = hall->name;
    ticket.code = row->code;
    ticket.state = *state;
    if (row->counter) ticket.counter = static_cast<int>(*row->counter);
    ticket.as_of_ms = contact.value_or(row->state_since_ms);
    if (stands_in_line(*state)) LINLI_TRY(add_place_in_line(connection, *row, ticket.as_of_ms, ticket));
    return FoundTicket{std::move(ticket), std::move(zone)};
}

}  // namespace linli::district
