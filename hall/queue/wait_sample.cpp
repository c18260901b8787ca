// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/wait_sample.h"

#include <algorithm>
#include <cmath>

namespace linli {
namespace {

constexpr double first_visits_minutes_max = 60;
constexpr double visit_minutes_max = 180;
constexpr double times_mean_max = 4;
/// Below this many visits their own mean is no measure of what is too long.
constexpr double known_weight = 5;
/// A hall whose visits all took a minute still meets one that takes a quarter of an hour.
constexpr double limit_minutes_min = 15;

double longest_believed_minutes(const ServiceSample& sample) {
    if (sample.weight < known_weight) return first_visits_minutes_max;
    return std::clamp(times_mean_max * sample.sum_minutes / sample.weight, limit_minutes_min, visit_minutes_max);
}

}  // namespace

ServiceSample add_visit(ServiceSample sample, double minutes, double days_since_last) {
    if (sample.weight != 0 && !is_sane(sample)) sample.weight = 0;
    if (sample.weight == 0) sample.sum_minutes = sample.sum_squared_minutes = 0;
    // A clock set back must not make old visits count more.
    const double age_days = std::isnan(days_since_last) ? 0 : std::max(0.0, days_since_last);
    const double kept = std::exp2(-age_days / visit_half_life_days);
    sample.weight *= kept;
    sample.sum_minutes *= kept;
    sample.sum_squared_minutes *= kept;
    if (!std::isfinite(minutes) || minutes <= 0) return sample;

    const double believed = std::min(minutes, longest_believed_minutes(sample));
    sample.weight += 1;
    sample.sum_minutes += believed;
    sample.sum_squared_minutes += believed * believed;
    return sample;
}

bool is_sane(const ServiceSample& sample) {
    if (!std::isfinite(sample.weight) || !std::isfinite(sample.sum_minutes) ||
        !std::isfinite(sample.sum_squared_minutes)) {
        return false;
    }
    if (sample.weight <= 0 || sample.sum_minutes <= 0 || sample.hour < 0 || sample.hour > 23 ||
        sample.open_counters < 1) {
        return false;
    }
    const double mean = sample.sum_minutes / sample.weight;
    // No numbers have a mean square below their squared mean; the margin is for rounding.
    return mean <= visit_minutes_max && sample.sum_squared_minutes / sample.weight >= mean * mean * 0.999;
}

}  // namespace linli
