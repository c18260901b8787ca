// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/draw/canvas.h"

namespace linli::kiosk {

/// The colours of Linli's mark.
struct HouseMarkTints {
    Tint large, small, doors;
};

/// Linli's mark, two houses side by side, 76 × 72 units from the point down. The kiosk's top bar and the board have it.
void house_mark(Canvas& canvas, Point at, const HouseMarkTints& tints);

}  // namespace linli::kiosk
