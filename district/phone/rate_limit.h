// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace linli::district {

/// So many requests at once from one sender, and so many a second after that. It remembers a bounded number of senders;
/// where there are more, the ones that have been quiet longest are forgotten.
class RateLimit {
public:
    using Clock = std::chrono::steady_clock;
    RateLimit(double at_once, double a_second) : at_once_(at_once), a_second_(a_second) {}

    bool allows(const std::string& sender, Clock::time_point now = Clock::now());

private:
    struct Left {
        double count = 0;
        Clock::time_point as_of;
    };
    void forget_quiet(Clock::time_point now);

    const double at_once_, a_second_;
    std::mutex mutex_;
    std::map<std::string, Left> senders_;
};

}  // namespace linli::district
