// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// The first page of a session: six tiles, live facts, and the way to a number already taken.
std::unique_ptr<Screen> make_home_screen();

}  // namespace linli::kiosk
