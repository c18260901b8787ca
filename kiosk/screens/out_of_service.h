// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// Shown while the hall's records cannot be used: what happened, what is safe, what to do. Goes away by itself.
std::unique_ptr<Screen> make_out_of_service_screen();

}  // namespace linli::kiosk
