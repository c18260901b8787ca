// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "district/store/connection.h"

namespace linli::district {

/// A ticket as the entries that came leave it.
struct TicketRow {
    std::string hall_id, ticket_id, page_key, device_id;
    std::int64_t epoch = 1, seq = 0;  ///< of the newest entry applied
    std::string date;                 ///< "2026-11-23", the hall's service day
    std::string code, matter, priority, state;
    std::optional<std::int64_t> counter;
    std::int64_t calls = 0, order_key = 0, taken_ms = 0, taken_steady_ms = 0, state_since_ms = 0;
    std::optional<std::int64_t> wait_ms;  ///< from the paper to the first call
};

/// Those of these ids that are there, in any order.
Result<std::vector<TicketRow>> find_tickets(Connection& connection, std::string_view hall_id,
                                            const std::vector<std::string>& ticket_ids);
Result<std::optional<TicketRow>> find_ticket_by_page(Connection& connection, std::string_view page_key);
/// Within a transaction.
Status save_tickets(Connection& connection, const std::vector<TicketRow>& tickets);

}  // namespace linli::district
