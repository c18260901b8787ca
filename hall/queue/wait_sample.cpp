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

double share_kept(double days) { return std::exp2(-days / visit_half_life_days); }

ServiceSample aged(ServiceSample sample, double days_since_last) {
    if (sample.weight != 0 && !is_sane(sample)) sample.weight = 0;
    if (sample.weight == 0) sample.sum_minutes = sample.sum_squared_minutes = 0;
    // A clock set back must not make old visits count more.
    const double kept = share_kept(std::isnan(days_since_last) ? 0 : std::max(0.0, days_since_last));
    sample.weight *= kept;
    sample.sum_minutes *= kept;
    sample.sum_squared_minutes *= kept;
    return sample;
}

double believed(const ServiceSample& aged_sample, double minutes) {
    if (!std::isfinite(minutes) || minutes <= 0) return 0;
    return std::min(minutes, longest_believed_minutes(aged_sample));
}

}  // namespace

ServiceSample add_visit(ServiceSample sample, double minutes, double days_since_last) {
    sample = aged(std::move(sample), days_since_last);
    const double added = believed(sample, minutes);
    if (added <= 0) return sample;
    sample.weight += 1;
    sample.sum_minutes += added;
    sample.sum_squared_minutes += added * added;
    return sample;
}

double believed_minutes(const ServiceSample& sample, double minutes, double days_since_last) {
    return believed(aged(sample, days_since_last), minutes);
}

ServiceSample remove_visit(ServiceSample sample, double believed_minutes, double days_before_newest) {
    const double kept = share_kept(std::max(0.0, days_before_newest));
    sample.weight -= kept;
    sample.sum_minutes -= kept * believed_minutes;
    sample.sum_squared_minutes -= kept * believed_minutes * believed_minutes;
    // What rounding leaves of nothing is no visit.
    constexpr double least_weight = 1e-6;
    if (sample.weight < least_weight) sample.weight = sample.sum_minutes = sample.sum_squared_minutes = 0;
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
