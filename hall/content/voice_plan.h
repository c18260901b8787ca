// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "hall/content/localized_text.h"

namespace linli {

enum class Chime : std::uint8_t { off, on };

/// A stretch of every day in minutes since midnight in which nothing is announced; it may run over midnight.
struct QuietHours {
    int from_minute = 0;
    int to_minute = 0;
};

/// How the hall speaks: calls to everybody, and pages read aloud to the person at the kiosk (voice.json).
struct VoicePlan {
    std::vector<Language> languages{Language::zh};    ///< in which a call is announced, in this order
    int times = 1;                                    ///< how often each call is spoken
    Chime chime = Chime::on;                          ///< two tones before it
    std::array<int, 24> volume_by_hour = filled(70);  ///< of announcements, percent
    std::vector<QuietHours> quiet;                    ///< the board still shows
    int rate_percent = 100;    ///< pages are read that fast, and the pauses of announcements are that short
    int guidance_volume = 60;  ///< of pages read aloud, percent

    bool quiet_at(int minute_of_day) const;
    int volume_at(int minute_of_day) const { return volume_by_hour[static_cast<std::size_t>(minute_of_day / 60) % 24]; }

private:
    static constexpr std::array<int, 24> filled(int volume) {
        std::array<int, 24> hours{};
        hours.fill(volume);
        return hours;
    }
};

}  // namespace linli
