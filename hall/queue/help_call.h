// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/base/clock.h"

namespace linli {

/// A person in front of a machine who asks for somebody.
struct HelpCall {
    std::string place;  ///< of the machine: "kiosk"
    WallMs since_ms = 0;
};

}  // namespace linli
