// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "hall/acts/hall.h"
#include "hall/base/time_zone.h"
#include "hall/queue/figures.h"

namespace linli {

/// A day's figures; today's where no date is given. Nothing for a day without records, but today always has figures.
Result<std::optional<Figures>> show_figures(Hall& hall, std::optional<LocalDate> date);

}  // namespace linli
