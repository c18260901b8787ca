// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "hall/base/clock.h"
#include "hall/queue/device.h"

namespace linli {

/// Numbers taken, visits done, and how long those who were called had waited. Lengths are on the steady clock.
struct Share {
    int taken = 0;
    int done = 0;
    std::int64_t waited_mean_ms = 0;
    std::int64_t waited_longest_ms = 0;
};

/// One day's figures.
struct Figures {
    struct Hour {
        int hour = 0;  ///< 9 for 9:00 to 9:59; numbers and waits count where they were taken, visits where they ended
        Share share;
    };
    struct OfLine {
        char letter = 'A';
        Share share;
    };
    struct OfCounter {
        int number = 0;
        int done = 0;
        std::int64_t visit_mean_ms = 0;
    };
    /// What the next shift must know.
    struct HandOverList {
        std::vector<std::string> missed_codes, held_codes, waiting_codes;
        std::vector<DeviceStatus> troubles;  ///< of now; none for a day that is past
    };

    std::string date;
    bool today = false;
    WallMs as_of_ms = 0;
    Share all;
    int missed = 0;
    int left = 0;
    int waiting = 0;
    int over_limit = 0;  ///< stood in the line longer than QueueRules::wait_red_minutes
    std::int64_t visit_mean_ms = 0;
    std::optional<int> week_before_taken;  ///< nothing where that day has no records
    std::vector<Hour> hours;               ///< from the first to the last with anything in it
    std::vector<OfLine> lines;
    std::vector<OfCounter> counters;
    std::map<std::string, int> outcomes;
    HandOverList hand_over;
};

}  // namespace linli
