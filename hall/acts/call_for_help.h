// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"

namespace linli {

/// Someone at the kiosk asks for a person. `place` is the kiosk's name. Refuses: help_called_already.
ActResult<WallMs> call_for_help(Hall& hall, const std::string& place);
/// The call is taken back or answered. Gives false where none was open.
Result<bool> end_help_call(Hall& hall, const std::string& place);

}  // namespace linli
