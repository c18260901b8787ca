// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_devices.h"

#include <string_view>

#include "hall/base/live_mark.h"
#include "hall/store/hall_stores.h"

namespace linli {
namespace {

// The LiveMark of who speaks for a device.
std::string_view program_of(const DeviceStatus& device) {
    // Of several programs one speaks, whichever it is.
    return device.device == Device::sound ? std::string_view("announcer") : std::string_view(device.place);
}

}  // namespace

Result<std::vector<DeviceStatus>> show_devices(Hall& hall) {
    LINLI_TRY_ASSIGN(auto devices, hall.stores().devices.all());
    const std::filesystem::path& database = hall.stores().database->path();
    for (DeviceStatus& device : devices) {
        if (device.health == DeviceHealth::absent || program_runs(database, program_of(device))) continue;
        device.health = DeviceHealth::warning;
        device.detail = "not_running";
    }
    return devices;
}

}  // namespace linli
