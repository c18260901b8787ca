// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/base/time_zone.h"
#include "hall/papers/hall_words.h"
#include "hall/queue/expected_wait.h"
#include "hall/text/catalogue.h"

namespace linli::kiosk {

using linli::clock_words;
using linli::code_words;
using linli::counters_words;
using linli::place_words;

/// "9:54–10:02": when a number taken or looked at now is called.
std::string call_time_words(const Catalogue& texts, const LocalTime& now, const WaitRange& wait);
/// "今天 13:30", "明天（星期二）9:00", "11月30日（星期一）9:00".
std::string day_words(const Catalogue& texts, const LocalTime& now, const LocalTime& then);

}  // namespace linli::kiosk
