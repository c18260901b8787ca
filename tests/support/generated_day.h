// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "hall/queue/expected_wait.h"

namespace linli::support {

/// Days of a hall that never was, but could be: a morning rush, matters whose visits last otherwise than somebody once
/// set, slow and fast staff, counters that open late and close for lunch, priority classes, people who went home.
/// The same seed makes the same days.
struct GeneratedArrival {
    double minute = 0;  ///< since the hall's opening
    std::string matter;
    double head_start_minutes = 0;  ///< of a priority class
    double visit_minutes = 0;       ///< with staff of usual pace; short where nobody came to the counter
    double turnaround_minutes = 0;  ///< until the counter calls the next
};

struct GeneratedShift {
    int counter = 0;
    double from_minute = 0;
    double until_minute = 0;
    std::vector<std::string> matters;  ///< sorted
    double pace = 1;                   ///< visits last so much longer than usual
};

struct GeneratedDay {
    int number = 0;
    std::vector<GeneratedArrival> arrivals;  ///< by minute
    std::vector<GeneratedShift> shifts;
};

/// The minutes that somebody once set for the generated hall's matters.
std::vector<WaitEstimator::SetMean> generated_set_means();
GeneratedDay generate_day(std::uint64_t seed, int number);
/// Local hour at a minute of a generated day.
int hour_at(double minute);
int minute_of_hour_at(double minute);

/// What the hall looked like to somebody who took a number, and how long it really took until the call.
struct ObservedWait {
    WaitQuestion question;
    double wait_minutes = 0;
};

struct ObservedVisit {
    std::string matter;
    int hour = 0;
    int open_counters = 1;  ///< that took the matter when the visit began
    double minutes = 0;
};

struct ReplayedDay {
    std::vector<ObservedWait> waits;    ///< of everybody called, in the order of arrival
    std::vector<ObservedVisit> visits;  ///< in the order of the calls
};

/// Plays a day by the hall's rule: a free counter calls the first in the order (arrival less head start) whose matter
/// it takes. Counters finish the visit they are at when they close.
ReplayedDay replay(const GeneratedDay& day);

}  // namespace linli::support
