// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hall/queue/wait_sample.h"

namespace linli {

/// An honest answer to "how long": between these minutes, eight times in ten. Both are figures people use: whole
/// minutes below 10, even ones below 30, then fives.
struct WaitRange {
    int low_minutes = 0;
    int high_minutes = 0;
    bool operator==(const WaitRange&) const = default;
};

/// No range ends later; a range that ends here means "or longer".
inline constexpr int wait_minutes_max = 180;

/// A counter as the estimate sees it.
struct CounterLoad {
    std::vector<std::string> matters;  ///< that it takes, sorted
    std::string serving_matter;        ///< empty when free
    double serving_for_minutes = 0;
};

/// Everything the estimate depends on, as plain values.
struct WaitQuestion {
    std::string matter;                 ///< of the person who asks
    int hour = 0;                       ///< local
    int minute = 30;                    ///< of the hour
    std::vector<std::string> ahead;     ///< matters of those ahead in the line, first is next
    std::vector<CounterLoad> counters;  ///< the open ones
};

/// Learns visits' lengths and answers questions. Pure: the store brings the samples, and the same question with the
/// same samples always has the same answer.
class WaitEstimator {
public:
    /// Set means by matter, used where history says little.
    struct SetMean {
        std::string matter;
        double minutes = 10;
    };
    /// Samples and set means that cannot be true are left out.
    WaitEstimator(std::vector<SetMean> set_means, std::vector<ServiceSample> samples);

    /// Nothing where no open counter takes the matter.
    std::optional<WaitRange> estimate(const WaitQuestion& question) const;

    /// What is believed of one visit: its mean and standard deviation in minutes, and how far the mean itself may be
    /// off, as a share of it.
    struct Visit {
        double mean_minutes = 0;
        double deviation_minutes = 0;
        double mean_doubt = 0;
    };
    /// Shrunk from (matter, hour, counters) over (matter, hour) and (matter) to the set mean.
    Visit visit(const std::string& matter, int hour, int open_counters) const;

    /// Counters that usually take the matter at this hour: those open now, where history says little.
    double usual_counters(const std::string& matter, int hour, int open_now) const;

private:
    double set_mean_minutes(const std::string& matter) const;

    std::vector<SetMean> set_means_;      // sorted by matter
    std::vector<ServiceSample> samples_;  // sorted by matter
};

}  // namespace linli
