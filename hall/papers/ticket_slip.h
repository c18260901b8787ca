// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "hall/base/time_zone.h"
#include "hall/content/hall_content.h"
#include "hall/papers/slip.h"
#include "hall/queue/views.h"

namespace linli {

/// Whose slip is to be made. `printed_local` is now, where a number is printed again.
struct SlipOrder {
    const HallContent& content;
    const TicketView& view;
    Language language = Language::zh;
    LocalTime taken_local;
    int copy = 1;
    std::optional<LocalTime> printed_local = std::nullopt;
};

/// The slip of a number after the content's plan. Copy 2 and on say at the top that they are printed again, whatever
/// the plan says, so that one number cannot be used twice unseen. A number that stands in no line any more has no
/// people before it and no wait on its slip.
Slip ticket_slip(const SlipOrder& order);

/// What an installer's test prints: the hall, the time, the paper's width, every element of the head, the letters of
/// all sizes, a rare character, a code for a phone.
Slip test_slip(const HallContent& content, Language language, const LocalTime& now);

}  // namespace linli
