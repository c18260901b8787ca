// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "hall/queue/ticket.h"

namespace linli::wire {

/// One more field of a body: text or whole number.
using BodyField = std::pair<std::string_view, std::variant<std::int64_t, std::string>>;

/// A body for entries that are not about a ticket.
std::string body(std::initializer_list<BodyField> fields);
/// A body about a ticket: code, service_day, matter, state, and what is added.
std::string ticket_body(const Ticket& ticket, std::initializer_list<BodyField> fields = {});

}  // namespace linli::wire
