// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// The page on which a resident picks a department line and, in the same page where there is room, the matter. Home
/// opens it.
std::unique_ptr<Screen> make_choose_screen();

}  // namespace linli::kiosk
