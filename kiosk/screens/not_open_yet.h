// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// Says that a service of the home page does not exist here yet, and what one can do instead.
std::unique_ptr<Screen> make_not_open_yet_screen();

}  // namespace linli::kiosk
