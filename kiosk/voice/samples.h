// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace linli::kiosk {

/// Sound as every part of the voice hands it on: mono, 16 bit, 22,050 a second.
using Samples = std::vector<std::int16_t>;
inline constexpr int sample_rate = 22'050;

constexpr std::size_t samples_of_ms(std::int64_t milliseconds) {
    return static_cast<std::size_t>(milliseconds * sample_rate / 1000);
}

}  // namespace linli::kiosk
