// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// How one number stands now; gives it back, takes that back, lets a missed one join again. Find_ticket opens it.
std::unique_ptr<Screen> make_ticket_state_screen();

}  // namespace linli::kiosk
