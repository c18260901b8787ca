// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hall/base/time_zone.h"
#include "hall/queue/ticket.h"

namespace linli::district {

/// What a person's phone is told about a number: nothing that names anybody.
struct PhoneTicket {
    std::string hall_name;
    std::string code;  ///< "A027"
    TicketState state = TicketState::waiting;
    std::optional<int> counter;
    int people_ahead = 0;
    struct Wait {
        int low_minutes = 0, high_minutes = 0;
    };
    std::optional<Wait> wait;  ///< nothing where no counter is open, or nothing is known of visits' lengths
    /// When the hall last spoke to the district: what is shown is as old as that.
    WallMs as_of_ms = 0;
};

/// The page that the code on a ticket opens: HTML that an old phone shows without script, asks for itself again by
/// itself, and says how old its knowledge is. `language` is "zh-CN" or "en"; `path` is its own address.
std::string ticket_page(const PhoneTicket& ticket, std::string_view language, std::string_view path,
                        const TimeZone& zone, WallMs now);
/// Where the address names no number of today.
std::string no_ticket_page(std::string_view language);

/// What a browser asks for first: "en" where Accept-Language begins with it, otherwise "zh-CN".
std::string page_language(std::string_view accept_language, std::string_view asked);

}  // namespace linli::district
