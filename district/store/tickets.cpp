// SPDX-License-Identifier: Apache-2.0
#include "district/store/tickets.h"

namespace linli::district {
namespace {

#define LINLI_TICKET_COLUMNS                                                                                     \
    "hall_id, ticket_id, page_key, device_id, epoch, seq, date, code, matter, priority, state, counter, calls, " \
    "order_key, taken_ms, taken_steady_ms, state_since_ms, wait_ms"

constexpr FindMany find{"find_tickets", "SELECT " LINLI_TICKET_COLUMNS " FROM ticket WHERE hall_id = $1", "ticket_id"};
constexpr Statement by_page{"find_ticket_by_page", "SELECT " LINLI_TICKET_COLUMNS " FROM ticket WHERE page_key = $1"};
constexpr InsertMany save{
    "save_tickets", "ticket (" LINLI_TICKET_COLUMNS ")",
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

Result<std::vector<TicketRow>> find_tickets(Connection& connection, std::string_view hall_id,
                                            const std::vector<std::string>& ticket_ids) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.find(find, {std::string(hall_id)}, ticket_ids));
    std::vector<TicketRow> tickets;
    tickets.reserve(rows.size());
    for (const Row& row : rows) tickets.push_back(ticket_of(row));
    return tickets;
}

Result<std::optional<TicketRow>> find_ticket_by_page(Connection& connection, std::string_view page_key) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(by_page, {std::string(page_key)}));
    return first_of(rows);
}

Status save_tickets(Connection& connection, const std::vector<TicketRow>& tickets) {
    return connection.insert_later(
        save, tickets.size(),
        {text_column(tickets, &TicketRow::hall_id), text_column(tickets, &TicketRow::ticket_id),
         text_column(tickets, &TicketRow::page_key), text_column(tickets, &TicketRow::device_id),
         number_column(tickets, &TicketRow::epoch), number_column(tickets, &TicketRow::seq),
         text_column(tickets, &TicketRow::date), text_column(tickets, &TicketRow::code),
         text_column(tickets, &TicketRow::matter), text_column(tickets, &TicketRow::priority),
         text_column(tickets, &TicketRow::state), number_column(tickets, &TicketRow::counter),
         number_column(tickets, &TicketRow::calls), number_column(tickets, &TicketRow::order_key),
         number_column(tickets, &TicketRow::taken_ms), number_column(tickets, &TicketRow::taken_steady_ms),
         number_column(tickets, &TicketRow::state_since_ms), number_column(tickets, &TicketRow::wait_ms)});
}

}  // namespace linli::district
