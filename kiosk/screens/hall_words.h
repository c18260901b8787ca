// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/base/time_zone.h"
#include "hall/content/hall_content.h"
#include "hall/queue/expected_wait.h"
#include "hall/queue/ticket.h"
#include "hall/text/catalogue.h"

namespace linli::kiosk {

/// "9:42", as a clock on the wall is read aloud: no leading zero.
std::string clock_words(int minute_of_day);
/// "9:54–10:02": when a number taken or looked at now is called.
std::string call_time_words(const Catalogue& texts, const LocalTime& now, const WaitRange& wait);
/// "1–3、5 号窗口" out of 1 2 3 5; "大厅窗口" where there is none.
std::string counters_words(const Catalogue& texts, std::vector<int> counters);
/// Where these counters are, "进门左手边"; empty where they are not all at one place.
std::string place_words(const HallContent& content, const std::vector<int>& counters, Language language);
/// "今天 13:30", "明天（星期二）9:00", "11月30日（星期一）9:00".
std::string day_words(const Catalogue& texts, const LocalTime& now, const LocalTime& then);
/// What the code on the ticket's page says to a phone: number, hall, matter, day and minute of taking.
std::string code_words(const HallContent& content, const Ticket& ticket, const LocalTime& taken, Language language);

}  // namespace linli::kiosk
