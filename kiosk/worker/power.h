// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace linli::kiosk {

enum class PowerOrder : std::uint8_t { restart, shut_down };
/// What came of it; each has a text key "installer.power.<name>".
enum class PowerOutcome : std::uint8_t { ordered, not_permitted, not_here, failed };
const char* name_of(PowerOutcome outcome);

/// Starts the machine again or shuts it down. Called on the worker's thread; may take some seconds.
class Power {
public:
    virtual ~Power() = default;
    virtual PowerOutcome order(PowerOrder order) = 0;
};

/// Where nothing may be switched off: pictures, tours, a kiosk in a window of a developer's machine.
class NoPower final : public Power {
public:
    PowerOutcome order(PowerOrder) override { return PowerOutcome::not_here; }
};

/// systemctl, without a shell. It is told not to ask for a password: nobody could type one.
class SystemPower final : public Power {
public:
    /// `program` is what is run; tests show another.
    explicit SystemPower(const char* program = "systemctl") : program_(program) {}
    PowerOutcome order(PowerOrder order) override;

private:
    const char* program_;
};

}  // namespace linli::kiosk
