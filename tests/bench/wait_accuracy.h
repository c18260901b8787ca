// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "hall/queue/expected_wait.h"
#include "tests/support/generated_day.h"

namespace linli {

/// How well one way of telling the wait did over the test days.
struct WaitAccuracy {
    double share_inside = 0;          ///< of real waits inside the told range
    double share_early = 0;           ///< called before the range began
    double median_error_minutes = 0;  ///< between the range's middle and the real wait
    double p90_error_minutes = 0;
    double median_width_minutes = 0;
};

/// Counts only people who found no counter free for them: the others wait no time, which is no feat to tell.
struct WaitAccuracyReport {
    int waits = 0;
    int unanswered = 0;  ///< no open counter took the matter when the number was taken
    double median_wait_minutes = 0;
    double p90_wait_minutes = 0;
    double estimate_us = 0;  ///< of one estimate, median
    WaitAccuracy learned;
    WaitAccuracy set_means_only;  ///< the same estimate in a hall without history
    WaitAccuracy baseline;        ///< set minutes of those ahead ÷ counters that take the matter; no range
};

/// Learns and tests on days of the generated hall, so that the tests and the bench measure the same; here, and not in
/// the .cpp, because the two are separate programs.
class WaitAccuracyMeasure {
public:
    explicit WaitAccuracyMeasure(std::uint64_t seed) : seed_(seed) {}

    WaitAccuracyReport run(int learning_days, int test_days) {
        for (int day = 0; day < learning_days; ++day) learn(day);
        std::vector<ServiceSample> samples;
        for (const auto& [bucket, learnt] : buckets_) samples.push_back(learnt.sample);
        const WaitEstimator learned(support::generated_set_means(), samples);
        const WaitEstimator unlearned(support::generated_set_means(), {});
        for (int day = learning_days; day < learning_days + test_days; ++day) {
            for (const auto& wait : support::replay(support::generate_day(seed_, day)).waits) {
                tell(wait, learned, unlearned);
            }
        }
        report_.waits = static_cast<int>(waits_.size());
        report_.median_wait_minutes = at_share(waits_, 0.5);
        report_.p90_wait_minutes = at_share(waits_, 0.9);
        report_.estimate_us = at_share(estimates_us_, 0.5);
        report_.learned = learned_.summary();
        report_.set_means_only = set_means_only_.summary();
        report_.baseline = baseline_.summary();
        return report_;
    }

private:
    static double at_share(std::vector<double> values, double share) {
        if (values.empty()) return 0;
        std::sort(values.begin(), values.end());
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    }

    struct Tally {
        std::vector<double> errors;
        std::vector<double> widths;
        double inside = 0;
        double early = 0;

        void add(double low, double high, double real) {
            errors.push_back(std::abs((low + high) / 2 - real));
            widths.push_back(high - low);
            if (real < low) early += 1;
            if (real >= low && real <= high) inside += 1;
        }
        WaitAccuracy summary() const {
            const double count = std::max(1.0, static_cast<double>(errors.size()));
            return {inside / count, early / count, at_share(errors, 0.5), at_share(errors, 0.9), at_share(widths, 0.5)};
        }
    };

    struct Learnt {
        ServiceSample sample;
        int last_day = 0;
    };

    void learn(int day) {
        for (const auto& visit : support::replay(support::generate_day(seed_, day)).visits) {
            const ServiceSample unseen{visit.matter, visit.hour, visit.open_counters, 0, 0, 0};
            const auto bucket = std::tuple(visit.matter, visit.hour, visit.open_counters);
            Learnt& learnt = buckets_.try_emplace(bucket, Learnt{unseen, day}).first->second;
            learnt.sample = add_visit(learnt.sample, visit.minutes, day - learnt.last_day);
            learnt.last_day = day;
        }
    }

    void tell(const support::ObservedWait& wait, const WaitEstimator& learned, const WaitEstimator& unlearned) {
        const WaitQuestion& question = wait.question;
        const auto takes = [](const CounterLoad& counter, const std::string& matter) {
            return std::binary_search(counter.matters.begin(), counter.matters.end(), matter);
        };
        int counters = 0;
        bool is_called_at_once = false;
        for (const auto& counter : question.counters) {
            if (!takes(counter, question.matter)) continue;
            ++counters;
            const auto competes = [&](const std::string& matter) { return takes(counter, matter); };
            is_called_at_once =
                is_called_at_once || (counter.serving_matter.empty() &&
                                      std::none_of(question.ahead.begin(), question.ahead.end(), competes));
        }
        if (is_called_at_once) return;
        const auto start = std::chrono::steady_clock::now();
        const auto range = learned.estimate(question);
        const std::chrono::duration<double, std::micro> taken = std::chrono::steady_clock::now() - start;
        if (!range) {
            ++report_.unanswered;
            return;
        }
        estimates_us_.push_back(taken.count());
        waits_.push_back(wait.wait_minutes);
        learned_.add(range->low_minutes, range->high_minutes, wait.wait_minutes);
        const auto plain = *unlearned.estimate(question);
        set_means_only_.add(plain.low_minutes, plain.high_minutes, wait.wait_minutes);

        double minutes_ahead = 0;
        for (const auto& matter : question.ahead) {
            const auto competes = [&](const CounterLoad& counter) {
                return takes(counter, question.matter) && takes(counter, matter);
            };
            if (std::none_of(question.counters.begin(), question.counters.end(), competes)) continue;
            for (const auto& mean : support::generated_set_means()) {
                if (mean.matter == matter) minutes_ahead += mean.minutes;
            }
        }
        baseline_.add(minutes_ahead / counters, minutes_ahead / counters, wait.wait_minutes);
    }

    std::uint64_t seed_;
    std::map<std::tuple<std::string, int, int>, Learnt> buckets_;
    std::vector<double> waits_;
    std::vector<double> estimates_us_;
    Tally learned_;
    Tally set_means_only_;
    Tally baseline_;
    WaitAccuracyReport report_;
};

void print_wait_accuracy();

}  // namespace linli
