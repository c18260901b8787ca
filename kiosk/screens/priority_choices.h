// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// The content's classes of people who go earlier, and "none of these", as choices. Two a row where their names fit, a
/// long name over both columns. Gives the id of the tapped one (empty for none of these), in that frame.
std::optional<std::string> priority_choices(Ui& ui, const Rect& area, const std::string& chosen);

}  // namespace linli::kiosk
