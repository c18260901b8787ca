// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "hall/base/time_zone.h"
#include "hall/content/hall_content.h"

namespace linli {

/// May a number be taken at this moment, as the hours say?
enum class Issuing { open, closed_today, before_opening, after_closing, on_break };

struct IssuingAnswer {
    Issuing state = Issuing::open;
    std::optional<WallMs> next_opening_ms;  ///< when the doors open next, within 30 days; only where not open
};

IssuingAnswer issuing_at(const OpeningHours& hours, const TimeZone& zone, WallMs now);

}  // namespace linli
