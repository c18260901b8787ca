// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/wait_accuracy.h"

#include <fmt/core.h>

namespace linli {
namespace {

constexpr std::uint64_t seed = 7;
constexpr int learning_days = 30;
constexpr int test_days = 10;

void print_line(const char* name, const WaitAccuracy& accuracy) {
    fmt::print("  {:<28} inside {:5.1f} %  early {:5.1f} %  error p50 {:4.1f}  p90 {:4.1f}  width p50 {:4.1f}\n", name,
               accuracy.share_inside * 100, accuracy.share_early * 100, accuracy.median_error_minutes,
               accuracy.p90_error_minutes, accuracy.median_width_minutes);
}

}  // namespace

void print_wait_accuracy() {
    const auto report = WaitAccuracyMeasure(seed).run(learning_days, test_days);
    fmt::print(
        "Expected wait: {} learning days, {} test days, {} people who met a line (wait p50 {:.1f}, p90 {:.1f} min), {} "
        "unanswered\n",
        learning_days, test_days, report.waits, report.median_wait_minutes, report.p90_wait_minutes, report.unanswered);
    print_line("learned", report.learned);
    print_line("set means only", report.set_means_only);
    print_line("set mean x ahead / counters", report.baseline);
    fmt::print("  one estimate takes {:.0f} us (median)\n", report.estimate_us);
}

}  // namespace linli
