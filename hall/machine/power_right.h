// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace linli {

/// May whoever runs this program switch the machine off without a password? The kiosk's own page for it depends on it.
enum class PowerRight : std::uint8_t { allowed, not_allowed, unknown };
/// As systemd-logind tells; unknown where there is none. `program` is what asks it; tests show another.
PowerRight power_right(const std::string& program = "busctl");

}  // namespace linli
