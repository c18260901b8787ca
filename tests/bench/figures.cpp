// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace linli::bench {

ScratchFolder::ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "linli-bench-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

double now_seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double percentile(std::vector<double>& values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size()));
    return values[std::min(at, values.size() - 1)];
}

bool print_row(const std::string& what, double figure, const std::string& unit, Budget budget, double bound) {
    const bool holds = budget == Budget::at_most ? figure <= bound : figure >= bound;
    fmt::print("{:<62} {:>10.3f} {:<8} {} {:<8g} {}\n", what, figure, unit,
               budget == Budget::at_most ? "<=" : ">=", bound, holds ? "holds" : "MISSED");
    std::fflush(stdout);
    return holds;
}

void print_figure(const std::string& what, double figure, const std::string& unit) {
    fmt::print("{:<62} {:>10.3f} {:<8}\n", what, figure, unit);
    std::fflush(stdout);
}

}  // namespace linli::bench
