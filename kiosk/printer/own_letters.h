// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/papers/slip.h"
#include "kiosk/printer/slip_fonts.h"

namespace linli::kiosk {

/// A slip in the printer's own letters, of 24 dots or twice that. The number and lines that GBK cannot say are drawn.
Result<std::string> own_letters(const Slip& slip, SlipFonts& fonts, int width_dots);

}  // namespace linli::kiosk
