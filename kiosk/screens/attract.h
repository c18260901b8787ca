// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// What stands on the screen while nobody uses it: greeting, one large button, live facts, reminders, the street.
std::unique_ptr<Screen> make_attract_screen();

}  // namespace linli::kiosk
