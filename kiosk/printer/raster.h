// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/printer/slip_layout.h"

namespace linli::kiosk {

/// Burns a paper's dots.
Bitmap raster_of(const LaidSlip& laid, SlipFonts& fonts);

}  // namespace linli::kiosk
