// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <string>
#include <utility>

#include "hall/base/clock.h"

namespace linli::support {

/// A clock that tests move. Wall time, time since boot and the boot are set apart from one another, as on a real box
/// whose battery is empty or whose clock somebody sets. It may be moved while other threads read it; not so its boot.
class FakeClock final : public Clock {
public:
    explicit FakeClock(WallMs wall = 0) : wall_ms_(wall) {}

    WallMs wall_ms() const override { return wall_ms_; }
    std::int64_t boot_ms() const override { return boot_ms_; }
    std::string boot_id() const override { return boot_id_; }

    /// Time passes: both clocks move.
    void pass_ms(std::int64_t elapsed) {
        wall_ms_ += elapsed;
        boot_ms_ += elapsed;
    }
    void pass_seconds(std::int64_t seconds) { pass_ms(seconds * 1000); }
    void pass_minutes(std::int64_t minutes) { pass_seconds(minutes * 60); }
    void pass_hours(std::int64_t hours) { pass_minutes(hours * 60); }

    /// Somebody, or the network, sets the wall clock.
    void set_wall(WallMs wall) { wall_ms_ = wall; }
    void move_wall_hours(std::int64_t hours) { wall_ms_ += hours * 3'600'000; }

    /// The machine was off and starts; `wall` is what its clock then shows.
    void restart(std::string boot_id, WallMs wall) {
        boot_id_ = std::move(boot_id);
        boot_ms_ = 20'000;
        wall_ms_ = wall;
    }

private:
    std::atomic<WallMs> wall_ms_;
    std::atomic<std::int64_t> boot_ms_ = 3'600'000;
    std::string boot_id_ = "first boot";
};

inline constexpr std::int64_t hour_ms = 3'600'000;
inline constexpr std::int64_t day_ms = 24 * hour_ms;

}  // namespace linli::support
