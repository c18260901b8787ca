// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// The number that was just taken, and how the line moves, until its holder goes to wait. Confirm opens it.
std::unique_ptr<Screen> make_ticket_screen();

}  // namespace linli::kiosk
