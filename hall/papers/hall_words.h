// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/base/time_zone.h"
#include "hall/content/hall_content.h"
#include "hall/queue/expected_wait.h"
#include "hall/queue/views.h"
#include "hall/text/catalogue.h"

namespace linli {

// How a hall speaks of its clock, counters and waits: on paper and on the kiosk's pages alike.

/// "9:42", as a clock on the wall is read aloud: no leading zero.
std::string clock_words(int minute_of_day);
/// "12–20 分钟", "不到 5 分钟" where low is 0.
std::string wait_words(const Catalogue& texts, const WaitRange& wait);
/// "1–3、5 号窗口" out of 1 2 3 5; "大厅窗口" where there is none.
std::string counters_words(const Catalogue& texts, std::vector<int> counters);
/// Where these counters are, "进门左手边"; empty where they are not all at one place.
std::string place_words(const HallContent& content, const std::vector<int>& counters, Language language);
/// What the code on a ticket says to a phone: the address of its page, or where there is none number, hall, matter, day
/// and minute of taking.
std::string code_words(const HallContent& content, const TicketView& view, const LocalTime& taken, Language language);

}  // namespace linli
