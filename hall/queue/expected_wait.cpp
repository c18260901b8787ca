// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/expected_wait.h"

#include <algorithm>
#include <cmath>

#include "hall/queue/wait_simulation.h"

namespace linli {
namespace {

constexpr double unknown_mean_minutes = 10;
constexpr double visit_minutes_min = 0.25;
constexpr double visit_minutes_max = 180;
/// Deviation over mean: what is assumed without history, and what history may say.
constexpr double spread_assumed = 0.6;
constexpr double spread_min = 0.2;
constexpr double spread_max = 1.5;
/// So many visits weigh as much as what the level above says.
constexpr double matter_prior_weight = 5;
constexpr double hour_prior_weight = 12;
constexpr double counters_prior_weight = 25;
/// How far a set mean is off, as a share, until visits have been seen.
constexpr double set_mean_doubt = 0.4;
/// The counters open now weigh as much as so many visits that saw as many.
constexpr double counters_now_weight = 5;
/// How far the hour that is running already returns to what is usual.
constexpr double this_hour_trust = 0.5;
constexpr double capacity_max = 2.5;
/// A little more than eight in ten, since a run of the simulation knows no lunch break.
constexpr double low_share = 0.10;
constexpr double high_share = 0.90;

/// Mean and mean square of visits on one level of the hierarchy.
struct Moments {
    double mean = 0;
    double mean_square = 0;
};

struct Pool {
    double weight = 0;
    double sum = 0;
    double sum_squared = 0;

    void add(const ServiceSample& sample) {
        weight += sample.weight;
        sum += sample.sum_minutes;
        sum_squared += sample.sum_squared_minutes;
    }
    Moments shrunk_to(const Moments& above, double prior_weight) const {
        return {(sum + prior_weight * above.mean) / (weight + prior_weight),
                (sum_squared + prior_weight * above.mean_square) / (weight + prior_weight)};
    }
};

bool takes(const CounterLoad& counter, const std::string& matter) {
    return std::binary_search(counter.matters.begin(), counter.matters.end(), matter);
}

bool have_common_matter(const CounterLoad& one, const CounterLoad& other) {
    return std::any_of(one.matters.begin(), one.matters.end(),
                       [&](const auto& matter) { return takes(other, matter); });
}

/// The counters that take the matter and those that share a matter with one of them, and so on: what happens at the
/// others cannot touch who asks.
std::vector<const CounterLoad*> connected_counters(const WaitQuestion& question) {
    std::vector<const CounterLoad*> connected;
    std::vector<const CounterLoad*> others;
    for (const auto& counter : question.counters) {
        (takes(counter, question.matter) ? connected : others).push_back(&counter);
    }
    for (std::size_t i = 0; i < connected.size(); ++i) {
        const auto apart = [&](const CounterLoad* other) { return !have_common_matter(*connected[i], *other); };
        const auto touched = std::stable_partition(others.begin(), others.end(), apart);
        const std::vector<const CounterLoad*> found(touched, others.end());
        others.erase(touched, others.end());
        connected.insert(connected.end(), found.begin(), found.end());
    }
    return connected;
}

/// Turns a question into the numbers that the simulation takes.
class LineOfQuestion {
public:
    LineOfQuestion(const WaitEstimator& estimator, const WaitQuestion& question)
        : estimator_(estimator), hour_(question.hour), counters_(connected_counters(question)) {
        line_.asker = matter_index(question.matter);
        for (const auto* counter : counters_) line_.counters.push_back(service_at(*counter));
        for (const auto& matter : question.ahead) {
            const int index = matter_index(matter);
            if (!line_.matters[static_cast<std::size_t>(index)].counters.empty()) line_.ahead.push_back(index);
        }
    }

    const SimulatedLine& line() const { return line_; }

private:
    std::vector<int> counters_for(const std::string& matter) const {
        std::vector<int> found;
        for (std::size_t i = 0; i < counters_.size(); ++i) {
            if (takes(*counters_[i], matter)) found.push_back(static_cast<int>(i));
        }
        return found;
    }

    VisitLaw law_of(const std::string& matter, std::size_t open_counters) const {
        const auto visit = estimator_.visit(matter, hour_, std::max(1, static_cast<int>(open_counters)));
        return visit_law(visit.mean_minutes, visit.deviation_minutes, visit.mean_doubt);
    }

    int matter_index(const std::string& matter) {
        const auto known = std::find(names_.begin(), names_.end(), matter);
        if (known != names_.end()) return static_cast<int>(known - names_.begin());
        auto counters = counters_for(matter);
        const VisitLaw law = law_of(matter, counters.size());
        names_.push_back(matter);
        line_.matters.push_back({law, std::move(counters)});
        return static_cast<int>(names_.size()) - 1;
    }

    std::optional<SimulatedLine::Service> service_at(const CounterLoad& counter) const {
        if (counter.serving_matter.empty()) return std::nullopt;
        const double served = std::isfinite(counter.serving_for_minutes) ? counter.serving_for_minutes : 0;
        return SimulatedLine::Service{law_of(counter.serving_matter, counters_for(counter.serving_matter).size()),
                                      std::max(0.0, served)};
    }

    const WaitEstimator& estimator_;
    int hour_;
    std::vector<const CounterLoad*> counters_;
    std::vector<std::string> names_;
    SimulatedLine line_;
};

int step_minutes(double minutes) { return minutes < 10 ? 1 : minutes < 30 ? 2 : 5; }

/// Outwards to figures that people use.
WaitRange rounded(double low, double high) {
    const int low_step = step_minutes(low);
    const int high_step = step_minutes(high);
    WaitRange range{static_cast<int>(std::floor(low / low_step)) * low_step,
                    static_cast<int>(std::ceil(high / high_step)) * high_step};
    range.high_minutes = std::min(range.high_minutes, wait_minutes_max);
    // One figure would sound like a promise.
    if (range.low_minutes >= 3 && range.low_minutes >= range.high_minutes) {
        const int step = step_minutes(range.low_minutes - 1);
        if (range.high_minutes == wait_minutes_max) {
            range.low_minutes = wait_minutes_max - step;
        } else {
            range.high_minutes = range.low_minutes + step;
        }
    }
    return range;
}

/// The simulation keeps today's counters open for ever. Where at later hours usually fewer or more take the matter, its
/// minutes stretch or shrink in proportion.
double minutes_by_clock(const WaitEstimator& estimator, const WaitQuestion& question, int open_now, double simulated) {
    double clock = 0;
    double left_of_hour = 60 - std::clamp(question.minute, 0, 59);
    for (int hour = question.hour; clock < wait_minutes_max; ++hour) {
        const double usual = estimator.usual_counters(question.matter, hour % 24, open_now) / open_now;
        const double capacity = std::clamp(hour == question.hour ? 1 + this_hour_trust * (usual - 1) : usual,
                                           1 / capacity_max, capacity_max);
        if (simulated <= left_of_hour * capacity) return clock + simulated / capacity;
        simulated -= left_of_hour * capacity;
        clock += left_of_hour;
        left_of_hour = 60;
    }
    return wait_minutes_max;
}

double at_share(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(std::lround(place))];
}

}  // namespace

WaitEstimator::WaitEstimator(std::vector<SetMean> set_means, std::vector<ServiceSample> samples)
    : set_means_(std::move(set_means)), samples_(std::move(samples)) {
    std::erase_if(set_means_, [](const SetMean& mean) { return !std::isfinite(mean.minutes) || mean.minutes <= 0; });
    std::erase_if(samples_, [](const ServiceSample& sample) { return !is_sane(sample); });
    const auto by_matter = [](const auto& one, const auto& other) { return one.matter < other.matter; };
    std::stable_sort(set_means_.begin(), set_means_.end(), by_matter);
    std::stable_sort(samples_.begin(), samples_.end(), by_matter);
}

double WaitEstimator::set_mean_minutes(const std::string& matter) const {
    const auto before = [](const SetMean& mean, const std::string& name) { return mean.matter < name; };
    const auto found = std::lower_bound(set_means_.begin(), set_means_.end(), matter, before);
    if (found == set_means_.end() || found->matter != matter) return unknown_mean_minutes;
    return std::clamp(found->minutes, visit_minutes_min, visit_minutes_max);
}

WaitEstimator::Visit WaitEstimator::visit(const std::string& matter, int hour, int open_counters) const {
    Pool of_matter;
    Pool of_hour;
    Pool of_counters;
    const auto before = [](const ServiceSample& sample, const std::string& name) { return sample.matter < name; };
    auto sample = std::lower_bound(samples_.begin(), samples_.end(), matter, before);
    for (; sample != samples_.end() && sample->matter == matter; ++sample) {
        of_matter.add(*sample);
        if (sample->hour != hour) continue;
        of_hour.add(*sample);
        if (sample->open_counters == open_counters) of_counters.add(*sample);
    }

    const double set_mean = set_mean_minutes(matter);
    Moments moments{set_mean, set_mean * set_mean * (1 + spread_assumed * spread_assumed)};
    moments = of_matter.shrunk_to(moments, matter_prior_weight);
    moments = of_hour.shrunk_to(moments, hour_prior_weight);
    moments = of_counters.shrunk_to(moments, counters_prior_weight);

    const double mean = std::clamp(moments.mean, visit_minutes_min, visit_minutes_max);
    const double deviation = std::sqrt(std::max(0.0, moments.mean_square - moments.mean * moments.mean));
    const double doubt = set_mean_doubt * std::sqrt(matter_prior_weight / (of_matter.weight + matter_prior_weight));
    return {mean, std::clamp(deviation, spread_min * mean, spread_max * mean), doubt};
}

double WaitEstimator::usual_counters(const std::string& matter, int hour, int open_now) const {
    double visits = counters_now_weight;
    double time = counters_now_weight / open_now;
    const auto before = [](const ServiceSample& sample, const std::string& name) { return sample.matter < name; };
    auto sample = std::lower_bound(samples_.begin(), samples_.end(), matter, before);
    for (; sample != samples_.end() && sample->matter == matter; ++sample) {
        if (sample->hour != hour) continue;
        visits += sample->weight;
        time += sample->weight / sample->open_counters;
    }
    return visits / time;
}

std::optional<WaitRange> WaitEstimator::estimate(const WaitQuestion& question) const {
    const auto takes_it = [&](const CounterLoad& counter) { return takes(counter, question.matter); };
    if (std::none_of(question.counters.begin(), question.counters.end(), takes_it)) return std::nullopt;
    const auto open = std::count_if(question.counters.begin(), question.counters.end(), takes_it);
    const LineOfQuestion reduced(*this, question);
    const auto waits = simulate_waits(reduced.line(), wait_minutes_max * capacity_max);
    const auto by_clock = [&](double share) {
        return minutes_by_clock(*this, question, static_cast<int>(open), at_share(waits, share));
    };
    return rounded(by_clock(low_share), by_clock(high_share));
}

}  // namespace linli
