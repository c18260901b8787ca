// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/base/clock.h"

namespace linli::cli {

/// The machine's clock, shifted into the past: the demo hall lives through its last days with it, so that its history
/// is made by the same acts as a real one. Wall time and time since boot move together.
class DemoClock final : public Clock {
public:
    WallMs wall_ms() const override { return system_.wall_ms() + shift_ms_; }
    std::int64_t boot_ms() const override { return system_.boot_ms() + shift_ms_; }
    std::string boot_id() const override { return system_.boot_id(); }

    void set_wall(WallMs wall) { shift_ms_ = wall - system_.wall_ms(); }
    void advance_minutes(double minutes) { shift_ms_ += static_cast<std::int64_t>(minutes * 60'000); }

private:
    SystemClock system_;
    std::int64_t shift_ms_ = 0;
};

}  // namespace linli::cli
