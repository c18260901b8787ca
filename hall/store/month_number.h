// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "hall/base/time_zone.h"

namespace linli {

inline constexpr int months_a_year = 12;

/// A month as counts are kept by it: 202611. `before` is how many months earlier.
inline std::int64_t month_number(const LocalDate& day, int before = 0) {
    constexpr int hundred = 100;
    const int months = day.year * months_a_year + (day.month - 1) - before;
    return std::int64_t{months} / months_a_year * hundred + months % months_a_year + 1;
}

}  // namespace linli
