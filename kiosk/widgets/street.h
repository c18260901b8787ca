// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/draw/canvas.h"

namespace linli::kiosk {

/// The street of houses, standing on the panel's foot and cut at its edges.
void street(Canvas& canvas, const Rect& panel);

}  // namespace linli::kiosk
