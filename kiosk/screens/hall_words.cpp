// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/hall_words.h"

#include <fmt/format.h>

namespace linli::kiosk {

std::string call_time_words(const Catalogue& texts, const LocalTime& now, const WaitRange& wait) {
    return texts.text("words.clock_range", {{"from", clock_words(now.minute_of_day + wait.low_minutes)},
                                            {"to", clock_words(now.minute_of_day + wait.high_minutes)}});
}

std::string day_words(const Catalogue& texts, const LocalTime& now, const LocalTime& then) {
    const std::string time = clock_words(then.minute_of_day);
    if (then.date == now.date) return texts.text("words.today", {{"time", time}});
    const std::string weekday = texts.text(fmt::format("words.weekday_{}", then.weekday));
    if (then.date == now.date.plus_days(1)) return texts.text("words.tomorrow", {{"weekday", weekday}, {"time", time}});
    return texts.text("words.later_day", {{"month", std::to_string(then.date.month)},
                                          {"day", std::to_string(then.date.day)},
                                          {"weekday", weekday},
                                          {"time", time}});
}

}  // namespace linli::kiosk
