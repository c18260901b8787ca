// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/app/kiosk.h"
#include "kiosk/platform/panel.h"
#include "kiosk/platform/wake.h"

namespace linli::kiosk {

/// Runs the kiosk in its window until it is closed: draws when something has changed, sleeps otherwise.
void run_frames(Panel& panel, Kiosk& kiosk, Wake& wake, const Clock& clock);

}  // namespace linli::kiosk
