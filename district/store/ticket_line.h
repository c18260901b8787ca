// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "district/store/tickets.h"

namespace linli::district {

/// How many stand before a ticket in the line: of its own letter, and of those that were called today by counters that
/// also called its own. The district does not know which counter takes what; the calls show it.
Result<std::int64_t> count_ahead(Connection& connection, const TicketRow& ticket);
/// How many of the same letters were called first since that moment (of the box's clock).
Result<std::int64_t> count_calls_since(Connection& connection, const TicketRow& ticket, std::int64_t since_ms);

}  // namespace linli::district
