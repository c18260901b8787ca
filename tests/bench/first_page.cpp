// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "tests/bench/console_bench.h"
#include "tests/bench/figures.h"
#include "tests/support/places.h"

namespace linli::bench {
namespace {

/// As it goes over the wire: compressed where it was compressed as it was built.
double sent_bytes(const std::filesystem::path& file) {
    std::error_code fault;
    const auto compressed = std::filesystem::file_size(file.string() + ".br", fault);
    return static_cast<double>(fault ? std::filesystem::file_size(file, fault) : compressed);
}

}  // namespace

bool bench_first_page() {
    const auto folder = support::built_pages_folder();
    std::ifstream file(folder / "index.html");
    if (!file) {
        fmt::print("console: the pages are not built (packaging/bench builds them): their weight is not measured\n");
        return true;
    }
    std::ostringstream text;
    text << file.rdbuf();
    const std::string html = text.str();
    std::set<std::string> names = {"index.html"};
    const std::regex loads("(?:src|href)=\"\\.?/?([^\"]+)\"");
    for (std::sregex_iterator found(html.begin(), html.end(), loads), end; found != end; ++found)
        names.insert((*found)[1]);
    double bytes = 0;
    for (const std::string& name : names) bytes += sent_bytes(folder / name);
    print_figure("console: files that the first page loads", static_cast<double>(names.size()), "");
    return print_row("console: the first page, compressed", bytes / 1000, "kB", Budget::at_most, 400);
}

}  // namespace linli::bench
