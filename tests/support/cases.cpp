// SPDX-License-Identifier: Apache-2.0
#include "tests/support/cases.h"

#include <fmt/core.h>

#include <cstdio>
#include <cstdlib>

namespace linli::support {

void print_cases(const std::string& fault, long count) {
    fmt::print("{}: {} cases\n", fault, count);
    std::fflush(stdout);
}

std::uint32_t fault_seed() {
    constexpr std::uint32_t usual = 20261127;
    const char* const given = std::getenv("LINLI_SEED");
    return given && *given ? static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10)) : usual;
}

}  // namespace linli::support
