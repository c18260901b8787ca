// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// Where somebody enters the number that was taken earlier today. Home opens it.
std::unique_ptr<Screen> make_find_ticket_screen();

}  // namespace linli::kiosk
