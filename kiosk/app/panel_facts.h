// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace linli::kiosk {

/// What the screen is, for the installer's page about it.
struct PanelFacts {
    std::string renderer{};  ///< "software"
    int width_px = 0, height_px = 0;
    float scale = 1;  ///< pixels a unit
};

}  // namespace linli::kiosk
