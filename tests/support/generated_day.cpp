// SPDX-License-Identifier: Apache-2.0
#include "tests/support/generated_day.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

namespace linli::support {
namespace {

constexpr double opening_hour = 8.5;
constexpr double last_arrival_minute = 480;
constexpr double closing_minute = 600;

struct MatterTruth {
    const char* id;
    double share;
    double set_minutes;
    double true_minutes;
    double spread;  ///< deviation over mean
};
constexpr std::array matters{
    MatterTruth{"allowance-aged", 0.20, 8, 5.5, 0.45}, MatterTruth{"disputes", 0.03, 20, 33, 0.6},
    MatterTruth{"insurance", 0.27, 6, 9, 0.55},        MatterTruth{"low-income", 0.10, 12, 18, 0.5},
    MatterTruth{"residence", 0.22, 5, 7, 0.6},         MatterTruth{"veterans", 0.18, 10, 8, 0.5},
};

/// Distributions of the standard library differ from one to another; these do not.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    double even() { return (static_cast<double>(engine_() >> 11U) + 0.5) * 0x1.0p-53; }
    double between(double low, double high) { return low + (high - low) * even(); }
    double exponential(double mean) { return -mean * std::log(even()); }
    double log_normal(double mean, double spread) {
        const double log_variance = std::log1p(spread * spread);
        const double normal = std::sqrt(-2 * std::log(even())) * std::cos(2 * std::numbers::pi * even());
        return std::exp(std::log(mean) - log_variance / 2 + std::sqrt(log_variance) * normal);
    }

private:
    std::mt19937_64 engine_;
};

double mean_minutes_between_arrivals(double minute) {
    if (minute < 45) return 1.9;
    if (minute < 150) return 2.5;
    if (minute < 210) return 4.5;
    if (minute < 300) return 9;
    if (minute < 400) return 3;
    return 5.5;
}

/// Visits are short in the rush and long after lunch.
double hour_effect(double minute) {
    const int hour = hour_at(minute);
    return hour < 10 ? 0.9 : hour == 13 ? 1.25 : hour >= 16 ? 0.85 : 1.05;
}

const MatterTruth& any_matter(Dice& dice) {
    double left = dice.even();
    for (const auto& matter : matters) {
        if (left < matter.share) return matter;
        left -= matter.share;
    }
    return matters.back();
}

GeneratedArrival arrival_at(double minute, double day_pace, Dice& dice) {
    const MatterTruth& matter = any_matter(dice);
    GeneratedArrival arrival{minute, matter.id};
    if (dice.even() < 0.12) arrival.head_start_minutes = dice.even() < 0.5 ? 15 : 30;
    const double visit = dice.log_normal(matter.true_minutes * hour_effect(minute) * day_pace, matter.spread);
    const double called_in_vain = dice.between(0.7, 2);
    arrival.visit_minutes = dice.even() < 0.05 ? called_in_vain : std::max(0.5, visit);
    arrival.turnaround_minutes = dice.exponential(0.35);
    return arrival;
}

std::vector<GeneratedShift> shifts_of_day(Dice& dice) {
    const std::vector<std::string> all{"allowance-aged", "disputes",  "insurance",
                                       "low-income",     "residence", "veterans"};
    const std::vector<std::string> quick{"allowance-aged", "insurance", "residence"};
    const std::vector<std::string> care{"allowance-aged", "disputes", "low-income", "veterans"};
    std::array<double, 5> pace{};
    for (double& each : pace) each = dice.between(0.85, 1.18);
    const double lunch = dice.between(200, 225);
    const double back = dice.between(285, 300);
    std::vector<GeneratedShift> shifts{
        {1, 0, closing_minute, all, pace[0]},           {2, dice.between(0, 12), closing_minute, quick, pace[1]},
        {3, dice.between(0, 20), lunch, care, pace[2]}, {3, back, closing_minute, care, pace[2]},
        {4, dice.between(0, 10), lunch, all, pace[3]},  {4, back, dice.between(430, 480), all, pace[3]},
    };
    if (dice.even() < 0.6) shifts.push_back({5, dice.between(20, 60), dice.between(130, 200), quick, pace[4]});
    return shifts;
}

/// One hall in the course of a day. Time goes from one event to the next.
class Replay {
public:
    explicit Replay(const GeneratedDay& day) : day_(day), waits_(day.arrivals.size()) {
        for (const auto& shift : day.shifts) counters_.push_back({&shift, nullptr, 0, 0, shift.from_minute});
    }

    ReplayedDay run() {
        for (now_ = 0; now_ < closing_minute; now_ = next_event()) {
            while (arrived_ < day_.arrivals.size() && day_.arrivals[arrived_].minute <= now_) arrive();
            call_next_at_free_counters();
        }
        for (const auto& wait : waits_) {
            if (wait.wait_minutes >= 0) replayed_.waits.push_back(wait);
        }
        return std::move(replayed_);
    }

private:
    struct CounterState {
        const GeneratedShift* shift;
        const GeneratedArrival* serving;
        double since;
        double visit_ends;
        double free_at;  ///< after the turnaround
    };

    bool is_open(const CounterState& counter) const {
        return counter.shift->from_minute <= now_ && now_ < counter.shift->until_minute;
    }
    static bool takes(const CounterState& counter, const std::string& matter) {
        return std::binary_search(counter.shift->matters.begin(), counter.shift->matters.end(), matter);
    }
    double order_key(std::size_t person) const {
        return day_.arrivals[person].minute - day_.arrivals[person].head_start_minutes;
    }

    WaitQuestion question_for(std::size_t person) const {
        WaitQuestion question{day_.arrivals[person].matter, hour_at(now_), minute_of_hour_at(now_), {}, {}};
        for (const std::size_t other : line_) {
            if (order_key(other) <= order_key(person)) question.ahead.push_back(day_.arrivals[other].matter);
        }
        for (const auto& counter : counters_) {
            if (!is_open(counter)) continue;
            CounterLoad load{counter.shift->matters, "", 0};
            if (counter.serving != nullptr && counter.visit_ends > now_) {
                load.serving_matter = counter.serving->matter;
                load.serving_for_minutes = now_ - counter.since;
            }
            question.counters.push_back(load);
        }
        return question;
    }

    void arrive() {
        waits_[arrived_] = {question_for(arrived_), -1};
        const auto later = [&](std::size_t person, std::size_t other) { return order_key(person) < order_key(other); };
        line_.insert(std::upper_bound(line_.begin(), line_.end(), arrived_, later), arrived_);
        ++arrived_;
    }

    void call_next_at_free_counters() {
        std::vector<CounterState*> free;
        for (auto& counter : counters_) {
            if (is_open(counter) && counter.free_at <= now_) free.push_back(&counter);
        }
        std::stable_sort(free.begin(), free.end(),
                         [](auto* one, auto* other) { return one->free_at < other->free_at; });
        for (CounterState* counter : free) {
            const auto first = std::find_if(line_.begin(), line_.end(), [&](std::size_t person) {
                return takes(*counter, day_.arrivals[person].matter);
            });
            if (first == line_.end()) continue;
            const std::size_t person = *first;
            line_.erase(first);
            call(person, *counter);
        }
    }

    void call(std::size_t person, CounterState& counter) {
        const auto& arrival = day_.arrivals[person];
        const double minutes = arrival.visit_minutes * counter.shift->pace;
        const auto open = std::count_if(counters_.begin(), counters_.end(), [&](const CounterState& other) {
            return is_open(other) && takes(other, arrival.matter);
        });
        counter.serving = &arrival;
        counter.since = now_;
        counter.visit_ends = now_ + minutes;
        counter.free_at = counter.visit_ends + arrival.turnaround_minutes;
        waits_[person].wait_minutes = now_ - arrival.minute;
        replayed_.visits.push_back({arrival.matter, hour_at(now_), static_cast<int>(open), minutes});
    }

    double next_event() const {
        double next = closing_minute;
        const auto consider = [&](double minute) {
            if (minute > now_) next = std::min(next, minute);
        };
        if (arrived_ < day_.arrivals.size()) consider(day_.arrivals[arrived_].minute);
        for (const auto& counter : counters_) {
            consider(counter.free_at);
            consider(counter.shift->from_minute);
        }
        return next;
    }

    const GeneratedDay& day_;
    double now_ = 0;
    std::size_t arrived_ = 0;
    std::vector<std::size_t> line_;
    std::vector<CounterState> counters_;
    std::vector<ObservedWait> waits_;
    ReplayedDay replayed_;
};

}  // namespace

std::vector<WaitEstimator::SetMean> generated_set_means() {
    std::vector<WaitEstimator::SetMean> set_means;
    set_means.reserve(matters.size());
    for (const auto& matter : matters) set_means.push_back({matter.id, matter.set_minutes});
    return set_means;
}

int minute_of_hour_at(double minute) { return static_cast<int>(opening_hour * 60 + minute) % 60; }

int hour_at(double minute) { return static_cast<int>(std::floor(opening_hour + minute / 60)); }

GeneratedDay generate_day(std::uint64_t seed, int number) {
    Dice dice(seed * 1000003 + static_cast<std::uint64_t>(number));
    GeneratedDay day{number, {}, {}};
    const double visits_pace = dice.log_normal(1, 0.08);
    const double crowd = dice.log_normal(1, 0.15);
    // Some stand at the door before it opens.
    const int at_the_door = static_cast<int>(dice.between(1, 7));
    for (int i = 0; i < at_the_door; ++i) {
        day.arrivals.push_back(arrival_at(0, visits_pace, dice));
    }
    double minute = 0;
    while (true) {
        minute += dice.exponential(mean_minutes_between_arrivals(minute) / crowd);
        if (minute >= last_arrival_minute) break;
        day.arrivals.push_back(arrival_at(minute, visits_pace, dice));
    }
    day.shifts = shifts_of_day(dice);
    return day;
}

ReplayedDay replay(const GeneratedDay& day) { return Replay(day).run(); }

}  // namespace linli::support
