// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "hall/acts/hall.h"
#include "hall/queue/device.h"

namespace linli {

/// Every device's last word about itself, as staff should take it: where the program that speaks for it does not run
/// now, the word is old, and the device is told as "not_running" (a warning); a killed program's last word would be
/// that all is well. That there is none stays true. A kiosk takes its own devices from show_hall: they are its own.
Result<std::vector<DeviceStatus>> show_devices(Hall& hall);

}  // namespace linli
