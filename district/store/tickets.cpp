// SPDX-License-Identifier: Apache-2.0
#include "district/store/tickets.h"

namespace linli::district {
namespace {

#define LINLI_TICKET_COLUMNS                                                                                     \
    "hall_id, ticket_id, page_key, device_id, epoch, seq, date, code, matter, priority, state, counter, calls, " \
    "order_key, taken_ms, taken_steady_ms, state_since_ms, wait_ms"

constexpr Statement find{"find_ticket",
                         "SELECT " LINLI_TICKET_COLUMNS " FROM ticket WHERE hall_id = $1 AND ticket_id = $2"};
constexpr Statement by_page{"find_ticket_by_page", "SELECT " LINLI_TICKET_COLUMNS " FROM ticket WHERE page_key = $1"};
constexpr Statement save{
    "save_ticket",
    "INSERT INTO ticket (" LINLI_TICKET_COLUMNS
    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) "
    "ON CONFLICT (hall_id, ticket_id) DO UPDATE SET device_id = excluded.device_id, epoch = excluded.epoch, "
    "seq = excluded.seq, matter = excluded.matter, priority = excluded.priority, state = excluded.state, "
    "counter = excluded.counter, calls = excluded.calls, order_key = excluded.order_key, "
    "taken_ms = excluded.taken_ms, taken_steady_ms = excluded.taken_steady_ms, "
    "state_since_ms = excluded.state_since_ms, wait_ms = excluded.wait_ms"};
#undef LINLI_TICKET_COLUMNS

TicketRow ticket_of(const Row& row) {
    TicketRow ticket;
    ticket.hall_id = row.text(0);
    ticket.ticket_id = row.text(1);
    ticket.page_key = row.text(2);
    ticket.device_id = row.text(3);
    ticket.epoch = row.integer(4);
    ticket.seq = row.integer(5);
    ticket.date = row.text(6);
    ticket.code = row.text(7);
    ticket.matter = row.text(8);
    ticket.priority = row.text(9);
    ticket.state = row.text(10);
    ticket.counter = row.integer_or_nothing(11);
    ticket.calls = row.integer(12);
    ticket.order_key = row.integer(13);
    ticket.taken_ms = row.integer(14);
    ticket.taken_steady_ms = row.integer(15);
    ticket.state_since_ms = row.integer(16);
    ticket.wait_ms = row.integer_or_nothing(17);
    return ticket;
}

std::optional<TicketRow> first_of(const Rows& rows) {
    return rows.empty() ? std::optional<TicketRow>() : ticket_of(rows.front());
}

}  // namespace

Result<std::vector<std::optional<TicketRow>>> find_tickets(Connection& connection, std::string_view hall_id,
                                                           const std::vector<std::string>& ticket_ids) {
    std::vector<Values> each;
    each.reserve(ticket_ids.size());
    for (const std::string& id : ticket_ids) each.push_back({std::string(hall_id), id});
    LINLI_TRY_ASSIGN(const std::vector<Rows> found, connection.run_each(find, each));
    std::vector<std::optional<TicketRow>> tickets;
    tickets.reserve(found.size());
    for (const Rows& rows : found) tickets.push_back(first_of(rows));
    return tickets;
}

Result<std::optional<TicketRow>> find_ticket_by_page(Connection& connection, std::string_view page_key) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(by_page, {std::string(page_key)}));
    return first_of(rows);
}

Status save_tickets(Connection& connection, const std::vector<TicketRow>& tickets) {
    std::vector<Values> each;
    each.reserve(tickets.size());
    for (const TicketRow& ticket : tickets)
        each.push_back({ticket.hall_id, ticket.ticket_id, ticket.page_key, ticket.device_id, ticket.epoch, ticket.seq,
                        ticket.date, ticket.code, ticket.matter, ticket.priority, ticket.state,
                        value_of(ticket.counter), ticket.calls, ticket.order_key, ticket.taken_ms,
                        ticket.taken_steady_ms, ticket.state_since_ms, value_of(ticket.wait_ms)});
    LINLI_TRY(connection.run_each(save, each));
    return {};
}

}  // namespace linli::district
