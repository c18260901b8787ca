// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "hall/acts/show_box.h"
#include "hall/acts/show_sync.h"
#include "hall/machine/box_clock.h"
#include "hall/machine/network.h"
#include "hall/queue/device.h"
#include "kiosk/worker/power.h"

namespace linli::kiosk {

/// What the installer's pages ask.
struct AskOpenSetup {
    std::string code;
};
struct AskDeviceTest {
    Device device = Device::printer;
};
struct AskDeviceRequest {
    std::int64_t row = 0;
};
struct AskSettings {};
struct AskSetDevice {
    std::string name;
    std::optional<std::string> value;  ///< nothing goes back to the default
};
/// Begins to join a district with its pairing string.
struct AskEnrol {
    std::string pairing;
};
/// Answered without a hall too.
struct AskMachine {};
struct AskPower {
    PowerOrder order = PowerOrder::restart;
};

/// And what they are answered.
struct SetupOpened {};
struct DeviceTestAsked {
    std::int64_t row = 0;
};
struct DeviceSettings {
    std::map<std::string, std::string> made{};  ///< by name; what is not here has its default

    std::string of(const std::string& name, const std::string& otherwise) const {
        const auto found = made.find(name);
        return found == made.end() ? otherwise : found->second;
    }
};
struct MachineFacts {
    NetworkFacts network{};
    ClockKeeping clock = ClockKeeping::by_nobody;
    std::optional<BoxFacts> box{};       ///< nothing while the records cannot be used
    std::optional<SyncView> district{};  ///< likewise
    std::string database{};
    std::optional<std::uint64_t> free_bytes{};  ///< where the database is
};
struct EnrolBegun {};
struct PowerAnswer {
    PowerOutcome outcome = PowerOutcome::not_here;
};

}  // namespace linli::kiosk
