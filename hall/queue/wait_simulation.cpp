// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/wait_simulation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace linli {
namespace {

constexpr int runs = 256;
/// How much a whole day is slower or faster than its hours usually are, and what else nobody can know beforehand:
/// priority arrivals, a counter that closes.
constexpr double pace_doubt = 0.18;
/// Between one visit's end and the next call.
constexpr double turnaround_minutes = 0.4;
/// Past this share of the visits known, the law says nothing true about the rest: somebody forgot to press "done".
constexpr double known_share_max = 0.98;

enum class Luck : std::uint64_t { person = 1, counter = 2, matter = 3, pace = 4, turnaround = 5 };

/// A number evenly spread between 0 and 1, both excluded, by SplitMix64's finalizer (Steele, Lea, Flood 2014).
double even_draw(Luck luck, int run, int place) {
    std::uint64_t bits = static_cast<std::uint64_t>(luck) << 56U | static_cast<std::uint64_t>(run) << 32U |
                         static_cast<std::uint32_t>(place);
    bits += 0x9E3779B97F4A7C15U;
    bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBU;
    bits ^= bits >> 31U;
    return (static_cast<double>(bits >> 11U) + 0.5) * 0x1.0p-53;
}

template <std::size_t N>
double polynomial(const std::array<double, N>& factors, double x) {
    double value = 0;
    for (const double factor : factors) value = value * x + factor;
    return value;
}

/// Inverse of the normal distribution, relative error below 1.2e-9 (P. J. Acklam's rational approximation).
double normal_quantile(double share) {
    constexpr std::array a{-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                           1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
    constexpr std::array b{-5.447609879822406e+01, 1.615858368580409e+02,  -1.556989798598866e+02,
                           6.680131188771972e+01,  -1.328068155288572e+01, 1.0};
    constexpr std::array c{-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                           -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
    constexpr std::array d{7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00,
                           1.0};
    constexpr double tail = 0.02425;
    if (share < tail) {
        const double q = std::sqrt(-2 * std::log(share));
        return polynomial(c, q) / polynomial(d, q);
    }
    if (share > 1 - tail) return -normal_quantile(1 - share);
    const double q = share - 0.5;
    return polynomial(a, q * q) * q / polynomial(b, q * q);
}

/// The quantiles of 4096 even steps: a line of sixty takes some ten thousand draws, and a look-up is a third of the
/// work.
std::array<double, 4096> quantiles_of_even_steps() {
    std::array<double, 4096> quantiles{};
    for (std::size_t i = 0; i < quantiles.size(); ++i) {
        quantiles[i] = normal_quantile((static_cast<double>(i) + 0.5) / static_cast<double>(quantiles.size()));
    }
    return quantiles;
}

double normal_draw(Luck luck, int run, int place) {
    static const auto quantiles = quantiles_of_even_steps();
    return quantiles[static_cast<std::size_t>(even_draw(luck, run, place) * static_cast<double>(quantiles.size()))];
}

double normal_share(double quantile) { return 0.5 * std::erfc(-quantile / std::sqrt(2.0)); }

/// What is left of a visit that has lasted so long: drawn from the part of the law beyond it.
double rest_minutes(const SimulatedLine::Service& service, double even) {
    const VisitLaw& law = service.law;
    if (service.served_minutes <= 0) return std::exp(law.log_mean + law.log_deviation * normal_quantile(even));
    const double z = (std::log(service.served_minutes) - law.log_mean) / law.log_deviation;
    const double known_share = std::min(normal_share(z), known_share_max);
    const double reached = std::min(z, normal_quantile(known_share_max));
    const double end = normal_quantile(std::min(known_share + (1 - known_share) * even, 1 - 1e-12));
    return std::exp(law.log_mean + law.log_deviation * end) - std::exp(law.log_mean + law.log_deviation * reached);
}

/// One possible course of the next hours.
class Run {
public:
    Run(const SimulatedLine& line, int number)
        : line_(line), number_(number), log_pace_(pace_doubt * normal_draw(Luck::pace, number, 0)) {
        const double pace = std::exp(log_pace_);
        for (std::size_t i = 0; i < line.counters.size(); ++i) {
            const int counter = static_cast<int>(i);
            const auto& service = line.counters[i];
            const double rest = service ? rest_minutes(*service, even_draw(Luck::counter, number, counter)) : 0;
            const double pause = -turnaround_minutes * std::log(even_draw(Luck::turnaround, number, counter));
            free_at_.push_back(rest * pace + pause);
        }
        for (std::size_t i = 0; i < line.matters.size(); ++i) {
            const VisitLaw& law = line.matters[i].law;
            const double off = law.mean_doubt * normal_draw(Luck::matter, number, static_cast<int>(i));
            log_means_.push_back(law.log_mean + log_pace_ + off);
        }
    }

    /// All stand in the line from the start, so serving them one by one, each at the counter that is free first, is
    /// the same as each free counter taking the first in the order whose matter it takes.
    double wait_minutes(double minutes_max) {
        for (std::size_t i = 0; i < line_.ahead.size(); ++i) {
            if (i % 16 == 0 && free_at_[first_free(line_.asker)] >= minutes_max) return minutes_max;
            serve(static_cast<int>(i), static_cast<std::size_t>(line_.ahead[i]));
        }
        return std::min(free_at_[first_free(line_.asker)], minutes_max);
    }

private:
    std::size_t first_free(int matter) const {
        const auto& counters = line_.matters[static_cast<std::size_t>(matter)].counters;
        int best = counters.front();
        double best_free_at = free_at_[static_cast<std::size_t>(best)];
        for (const int counter : counters) {
            const double free_at = free_at_[static_cast<std::size_t>(counter)];
            best = free_at < best_free_at ? counter : best;
            best_free_at = std::min(free_at, best_free_at);
        }
        return static_cast<std::size_t>(best);
    }

    /// The turnaround of so many visits evens out, so that drawing it would only take time.
    void serve(int place, std::size_t matter) {
        const double deviation = line_.matters[matter].law.log_deviation;
        const double minutes = std::exp(log_means_[matter] + deviation * normal_draw(Luck::person, number_, place));
        free_at_[first_free(static_cast<int>(matter))] += minutes + turnaround_minutes;
    }

    const SimulatedLine& line_;
    int number_;
    double log_pace_;
    std::vector<double> free_at_;
    std::vector<double> log_means_;
};

}  // namespace

VisitLaw visit_law(double mean_minutes, double deviation_minutes, double mean_doubt) {
    const double ratio = deviation_minutes / mean_minutes;
    const double log_variance = std::log1p(ratio * ratio);
    return {std::log(mean_minutes) - log_variance / 2, std::sqrt(log_variance), mean_doubt};
}

std::vector<double> simulate_waits(const SimulatedLine& line, double minutes_max) {
    std::vector<double> waits;
    waits.reserve(runs);
    for (int run = 0; run < runs; ++run) waits.push_back(Run(line, run).wait_minutes(minutes_max));
    std::sort(waits.begin(), waits.end());
    return waits;
}

}  // namespace linli
