// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/device.h"

#include <array>

namespace linli {
namespace {

constexpr std::array device_names{"printer", "board", "sound"};
constexpr std::array health_names{"good", "warning", "bad", "absent"};

}  // namespace

const char* name_of(Device device) { return device_names.at(static_cast<std::size_t>(device)); }

std::optional<Device> device_from(std::string_view name) {
    for (std::size_t i = 0; i < device_names.size(); ++i)
        if (name == device_names.at(i)) return static_cast<Device>(i);
    return std::nullopt;
}

const char* name_of(DeviceHealth health) { return health_names.at(static_cast<std::size_t>(health)); }

}  // namespace linli
