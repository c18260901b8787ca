// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// The last look before a number is taken: the matter, who stands before, who may go earlier. Choose and search open
/// it.
std::unique_ptr<Screen> make_confirm_screen();

}  // namespace linli::kiosk
