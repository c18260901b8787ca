// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace linli {

/// Who keeps this box's clock right.
enum class ClockKeeping : std::uint8_t { by_network, by_nobody };
/// As the kernel knows it (adjtimex).
ClockKeeping clock_keeping();

}  // namespace linli
