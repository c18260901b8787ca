// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace linli {

/// Milliseconds since 1970-01-01 UTC by the wall clock, which people and networks can move.
using WallMs = std::int64_t;

/// Where every part of Linli gets its time, so that tests can move it. A box's clock can be wrong: what must not be
/// wrong is decided with the time since boot as well (see queue/service_day.h).
class Clock {
public:
    virtual ~Clock() = default;
    virtual WallMs wall_ms() const = 0;
    /// Milliseconds since this boot, time asleep included; nobody can move it.
    virtual std::int64_t boot_ms() const = 0;
    /// Changes with every boot of the machine.
    virtual std::string boot_id() const = 0;
};

/// The machine's own clocks.
class SystemClock final : public Clock {
public:
    SystemClock();
    WallMs wall_ms() const override;
    std::int64_t boot_ms() const override;
    std::string boot_id() const override { return boot_id_; }

private:
    std::string boot_id_;
};

}  // namespace linli
