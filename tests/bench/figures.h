// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace linli::bench {

/// A folder that is gone when the bench ends.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    std::filesystem::path file(const std::string& name) const { return folder_ / name; }

private:
    std::filesystem::path folder_;
};

double now_seconds();
/// The value below which this share of the values lies; sorts them.
double percentile(std::vector<double>& values, double share);

enum class Budget { at_most, at_least };
/// One row of the table: what was measured, the figure, its bound, and whether it holds. Gives whether it holds.
bool print_row(const std::string& what, double figure, const std::string& unit, Budget budget, double bound);
/// A figure without a bound, for reading beside the others.
void print_figure(const std::string& what, double figure, const std::string& unit);

}  // namespace linli::bench
