// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/base/time_zone.h"
#include "hall/content/hall_content.h"
#include "hall/text/catalogue.h"

namespace linli {

// How a hall speaks of its opening hours: on paper and on the kiosk's pages alike.

/// How far ahead somebody plans, and how many lines of it are read.
inline constexpr int special_days = 60;
inline constexpr std::size_t special_days_shown = 5;

/// The usual week, neighbouring days with the same hours as one: "星期一至星期五：8:30–17:30".
std::vector<std::string> week_words(const Catalogue& texts, const OpeningHours& hours);
/// The dates from `today` on, for so many days, that differ from their weekday, neighbouring ones with the same hours
/// as one: "2月5日至2月8日：休息". At most `most`, the next ones.
std::vector<std::string> special_day_words(const Catalogue& texts, const OpeningHours& hours, const LocalDate& today,
                                           int days, std::size_t most);

}  // namespace linli
