// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// One line's matters as a list of their own: what choose opens where lines and matters do not fit side by side.
std::unique_ptr<Screen> make_matters_screen();

}  // namespace linli::kiosk
