// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// What may be done with a number by its holder.
enum class TicketDeed : std::uint8_t { nothing, give_back, rejoin, undo };

/// How a ticket stands, in plain words.
struct StateWords {
    std::string title{};  ///< "在排队"
    std::string note{};   ///< what to do now
    TicketDeed deed = TicketDeed::nothing;
};
StateWords state_words(const Ui& ui, const Ticket& ticket);

/// How long after giving a number back it can be taken back.
constexpr std::int64_t undo_ms = 10LL * 60 * 1000;

}  // namespace linli::kiosk
