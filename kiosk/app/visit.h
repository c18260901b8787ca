// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace linli::kiosk {

/// How long one person's visit lasts without a touch: 60 s, then a warning of 20 s that one touch ends, any number of
/// times. Whoever sets the box up reads, walks to the printer and comes back: ten minutes, and the same warning.
class Visit {
public:
    static constexpr std::int64_t quiet_ms = 60'000, installers_quiet_ms = 600'000, warning_ms = 20'000;
    enum class Patience : std::uint8_t { residents, installers };
    enum class State : std::uint8_t { none, going, warned, over };

    void begin(std::int64_t now_ms) {
        going_ = true;
        touched_ms_ = now_ms;
        wait(Patience::residents);
    }
    void end() { going_ = false; }
    /// Whose visit it is from now on.
    void wait(Patience patience) { quiet_ms_ = patience == Patience::installers ? installers_quiet_ms : quiet_ms; }
    void touched(std::int64_t now_ms) { touched_ms_ = now_ms; }
    State state(std::int64_t now_ms) const {
        if (!going_) return State::none;
        const std::int64_t quiet = now_ms - touched_ms_;
        return quiet < quiet_ms_ ? State::going : quiet < quiet_ms_ + warning_ms ? State::warned : State::over;
    }
    /// Whole seconds until the end, rounded up.
    int seconds_left(std::int64_t now_ms) const {
        return static_cast<int>((touched_ms_ + quiet_ms_ + warning_ms - now_ms + 999) / 1000);
    }
    /// When the state or the seconds change next; -1 for never.
    std::int64_t next_change_in_ms(std::int64_t now_ms) const {
        if (!going_) return -1;
        const std::int64_t until_warning = touched_ms_ + quiet_ms_ - now_ms;
        if (until_warning > 0) return until_warning;
        const std::int64_t rest = touched_ms_ + quiet_ms_ + warning_ms - now_ms;
        return rest <= 0 ? 0 : (rest - 1) % 1000 + 1;
    }

private:
    bool going_ = false;
    std::int64_t touched_ms_ = 0;
    std::int64_t quiet_ms_ = quiet_ms;
};

}  // namespace linli::kiosk
