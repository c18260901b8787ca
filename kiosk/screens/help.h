// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// Calls a person over and says what happens then. The bar's help button opens it.
std::unique_ptr<Screen> make_help_screen();

}  // namespace linli::kiosk
