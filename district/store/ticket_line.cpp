// SPDX-License-Identifier: Apache-2.0
#include "district/store/ticket_line.h"

namespace linli::district {
namespace {

// $1 hall, $2 date, $3 the ticket's letter.
#define LINLI_SAME_COUNTERS                                                                   \
    "hall_id = $1 AND date = $2 AND (substr(code, 1, 1) = $3 OR substr(code, 1, 1) IN ("      \
    "SELECT substr(code, 1, 1) FROM ticket WHERE hall_id = $1 AND date = $2 AND counter IN (" \
    "SELECT counter FROM ticket WHERE hall_id = $1 AND date = $2 AND substr(code, 1, 1) = $3))) "

constexpr Statement ahead{"count_ahead", "SELECT count(*) FROM ticket WHERE " LINLI_SAME_COUNTERS
                                         "AND (state = 'waiting' OR state = 'handed_over') "
                                         "AND (order_key < $4 OR (order_key = $4 AND ticket_id < $5))"};
constexpr Statement calls{"count_calls_since", "SELECT count(*) FROM ticket WHERE " LINLI_SAME_COUNTERS
                                               "AND wait_ms IS NOT NULL AND taken_ms + wait_ms >= $4"};
#undef LINLI_SAME_COUNTERS

Result<std::int64_t> counted(Connection& connection, const Statement& statement, const TicketRow& ticket, Values more) {
    Values values = {ticket.hall_id, ticket.date, ticket.code.substr(0, 1)};
    for (Value& value : more) values.push_back(std::move(value));
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(statement, values));
    return rows.empty() ? 0 : rows.front().integer(0);
}

}  // namespace

Result<std::int64_t> count_ahead(Connection& connection, const TicketRow& ticket) {
    return counted(connection, ahead, ticket, {ticket.order_key, ticket.ticket_id});
}

Result<std::int64_t> count_calls_since(Connection& connection, const TicketRow& ticket, std::int64_t since_ms) {
    return counted(connection, calls, ticket, {since_ms});
}

}  // namespace linli::district
