// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/acts/show_ticket.h"
#include "hall/content/localized_text.h"

namespace linli {

/// Does the resident want the number on paper?
enum class Paper : std::uint8_t { none, wanted };

/// What a resident asks for.
struct TakeNumber {
    std::string matter;
    std::string priority;  ///< class id, empty for none
    std::string
        idempotency_key;  ///< 8 to 64 characters, new for each person and page; the same key gives the same ticket
    std::optional<std::string> person;  ///< GB 11643 number; only a keyed hash of it is kept
    Paper paper = Paper::none;
    std::string place{};               ///< whose printer prints it: "kiosk"
    Language language = Language::zh;  ///< of the paper
};

/// Issues the next number of the matter's line. Refuses: unknown_matter, unknown_priority, closed_today,
/// before_opening, after_closing, on_break, issuing_paused, matter_paused, daily_limit, already_waiting,
/// invalid_person. A wanted paper is queued in the same transaction, where the place has a printer.
ActResult<TicketView> take_number(Hall& hall, const TakeNumber& request);

/// The same without the view: only the commit.
ActResult<Ticket> issue_number(Hall& hall, const TakeNumber& request);

/// Why no number is given at this moment, by the opening hours.
std::optional<Refused> refusal_by_hours(const HallContent& content, const TimeZone& zone, WallMs now);

}  // namespace linli
