// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hall/base/clock.h"

namespace linli {

/// What stands around a box, as staff and installers speak of it.
enum class Device : std::uint8_t { printer, board, sound };
const char* name_of(Device device);
std::optional<Device> device_from(std::string_view name);

/// How a device is: `absent` is none there, which a hall may want; `bad` means that residents miss something.
enum class DeviceHealth : std::uint8_t { good, warning, bad, absent };
const char* name_of(DeviceHealth health);

/// One device's own word about itself. `detail` is a code whose words are the text key "device.<device>.<detail>":
/// "ready", "paper_near_end", "paper_out", "cover_open", "offline", "cutter_stuck", "no_answer", "no_card" …
struct DeviceStatus {
    std::string place;  ///< the program that has it: "kiosk", "board"
    Device device = Device::printer;
    DeviceHealth health = DeviceHealth::absent;
    std::string detail;
    WallMs since_ms = 0;  ///< when it became so

    bool same_as(const DeviceStatus& other) const {
        return place == other.place && device == other.device && health == other.health && detail == other.detail;
    }
};

/// What an installer asked a device to try, or a resident a printer to print, and what came of it.
struct DeviceRequest {
    enum class State : std::uint8_t { asked, taken, done, failed };
    std::int64_t row = 0;
    Device device = Device::printer;
    State state = State::asked;
    std::string
        detail;  ///< as long as it is asked: what, where it is no test; where it failed: a code as in DeviceStatus
};

}  // namespace linli
