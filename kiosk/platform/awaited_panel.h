// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/platform/panel.h"

namespace linli::kiosk {

/// The board's window on its display; where that is not there, waits until the television is switched on. Null where
/// the program was told to end meanwhile. Errors: missing where there is no font.
Result<std::unique_ptr<Panel>> panel_when_there(const Panel::Options& options);

}  // namespace linli::kiosk
