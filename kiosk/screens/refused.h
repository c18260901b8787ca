// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// Says why a number was not given, what is safe and what to do next. Confirm and others open it on a Refusal.
std::unique_ptr<Screen> make_refused_screen();

}  // namespace linli::kiosk
