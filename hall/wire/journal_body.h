// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "hall/base/result.h"
#include "hall/queue/ticket.h"

namespace linli::wire {

/// One more field of a body: text or whole number.
using BodyField = std::pair<std::string_view, std::variant<std::int64_t, std::string>>;

/// A body for entries that are not about a ticket.
std::string body(std::initializer_list<BodyField> fields);
std::string body(const std::vector<BodyField>& fields);
/// A body about a ticket: code, service_day, matter, state, and what is added.
std::string ticket_body(const Ticket& ticket, std::initializer_list<BodyField> fields = {});

/// What the body of a ticket.called or ticket.recalled says. Error: corrupt.
struct CallBody {
    std::string code;
    int counter = 0;
    int call = 1;  ///< 1 the first time
};
Result<CallBody> call_body(std::string_view body);
/// What the body of a ticket.call_undone says: the number, and which counter took its call back. Error: corrupt.
struct UndoneBody {
    std::string code;
    int counter = 0;
};
Result<UndoneBody> undone_body(std::string_view body);

}  // namespace linli::wire
