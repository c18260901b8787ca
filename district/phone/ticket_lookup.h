// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "district/phone/ticket_page.h"
#include "district/store/connection.h"

namespace linli::district {

/// A number of today, found by its page's key, and its hall's time.
struct FoundTicket {
    PhoneTicket ticket;
    TimeZone zone;
};

/// Nothing where the key is none, the hall is no longer here, or the number is not of the hall's today.
Result<std::optional<FoundTicket>> look_up_ticket(Connection& connection, std::string_view page_key, WallMs now);

/// How long, by how many were called in a stretch of time; nothing where too few were.
std::optional<PhoneTicket::Wait> wait_by_pace(std::int64_t ahead, std::int64_t calls, std::int64_t minutes);

}  // namespace linli::district
