// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "district/boxes/refusal.h"
#include "district/store/devices.h"
#include "hall/wire/sync_json.h"

namespace linli::district {

/// Notes what a box says of itself. A journal that is shorter than what was acknowledged raises clone_suspected.
/// Refusal: 403 not_this_device.
BoxResult<sync::HealthAnswer> take_health(Connection& connection, const DeviceRow& sender, const sync::Health& health,
                                          std::int64_t now_ms);

}  // namespace linli::district
