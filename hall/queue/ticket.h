// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hall/base/clock.h"

namespace linli {

/// Where a ticket is in its life. waiting and handed_over stand in the line; called, serving and held belong to a
/// counter; done and left are the end; missed may re-join.
enum class TicketState { waiting, called, serving, held, done, missed, left, handed_over };

const char* name_of(TicketState state);
std::optional<TicketState> ticket_state_from(std::string_view name);
/// In the line, to be called.
bool stands_in_line(TicketState state);
/// Not ended: one person may hold only one such ticket for a matter.
bool is_open(TicketState state);

/// One number of one service day.
struct Ticket {
    std::string id;  ///< UUIDv7
    std::int64_t service_day = 0;
    char letter = 'A';  ///< of the line
    int number = 0;     ///< 1, 2, 3 … within the letter and service day
    std::string matter;
    std::string priority;  ///< id of the class, empty for none
    TicketState state = TicketState::waiting;
    WallMs taken_ms = 0;  ///< for people to read; the clock may have been moved since
    WallMs state_since_ms = 0;
    std::int64_t taken_steady_ms = 0;  ///< on the hall's steady clock (steady_clock.h): for lengths and order
    std::int64_t state_since_steady_ms = 0;
    std::int64_t order_key = 0;  ///< place in the line, see order.h
    std::optional<int> counter;  ///< that called, serves or holds it; where handed over to one counter, that one
    int calls = 0;               ///< how often it was called since it last stood in the line
    int rejoins = 0;
    std::string check_code;  ///< four digits on the paper, asked for when the number is given back

    /// "A027"; past 999 it grows: "A1000".
    std::string code() const;
};

/// Reads "A027", "a27" or "A 027". Nothing where it cannot be a ticket's code.
struct TicketCode {
    char letter = 'A';
    int number = 0;
    std::string text() const;  ///< "A027", as Ticket::code()
};
std::optional<TicketCode> parse_ticket_code(std::string_view text);

}  // namespace linli
