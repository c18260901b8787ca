// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace linli {

/// How long visits for one matter took at one hour of the day with so many counters open. Older visits count less.
/// A visit is the time its counter was taken, so a person called in vain is a visit too, and a short one.
struct ServiceSample {
    std::string matter;
    int hour = 0;            ///< local hour, 0 to 23
    int open_counters = 1;   ///< that took this matter when the visit began
    double weight = 0;       ///< number of visits, decayed
    double sum_minutes = 0;  ///< from the call until the counter was free again
    double sum_squared_minutes = 0;
};

/// After so many days a visit counts half.
inline constexpr double visit_half_life_days = 60;

/// The sample with one more visit of so many minutes, after everything in it has aged by so many days. A ticket that
/// somebody forgot to finish counts as a long visit and no more; minutes that cannot be one are left out.
ServiceSample add_visit(ServiceSample sample, double minutes, double days_since_last);

/// As much of a visit of so many minutes as add_visit would believe now.
double believed_minutes(const ServiceSample& sample, double minutes, double days_since_last);
/// The sample without a visit that it had learnt: so many minutes as were believed, and how many days before the newest
/// visit in it.
ServiceSample remove_visit(ServiceSample sample, double believed_minutes, double days_before_newest);

/// Whether the figures can have come from real visits; the estimate leaves out all others.
bool is_sane(const ServiceSample& sample);

}  // namespace linli
