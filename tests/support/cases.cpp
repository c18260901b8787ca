// SPDX-License-Identifier: Apache-2.0
#include "tests/support/cases.h"

#include <fmt/core.h>

#include <cstdio>
#include <cstdlib>

#include "tests/support/temp_folder.h"

namespace linli::support {

void print_cases(const std::string& fault, long count) {
    fmt::print("{}: {} cases\n", fault, count);
    std::fflush(stdout);
}

void keep_folders_where_asked() {
    if (std::getenv("LINLI_KEEP_FOLDERS")) TempFolder::keep_all();
}

std::uint32_t fault_seed() {
    constexpr std::uint32_t usual = 20261127;
    const char* const given = std::getenv("LINLI_SEED");
    return given && *given ? static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10)) : usual;
}

}  // namespace linli::support
