// SPDX-License-Identifier: Apache-2.0
#include "kiosk/app/held_corner.h"

#include <algorithm>
#include <cmath>

namespace linli::kiosk {

void HeldCorner::push(const FingerEvent& event, const Rect& corner) {
    switch (event.kind) {
        case FingerEvent::Kind::down:
            forget();
            if (!corner.contains(event.point)) return;
            since_ms_ = event.at_ms;
            start_ = event.point;
            return;
        case FingerEvent::Kind::move:
            if (std::hypot(event.point.x - start_.x, event.point.y - start_.y) > slack_units) forget();
            return;
        case FingerEvent::Kind::up:
        case FingerEvent::Kind::cancel:
        case FingerEvent::Kind::another:
            forget();
            return;
    }
}

float HeldCorner::turn(std::int64_t now_ms) const {
    if (!since_ms_) return 0;
    const auto held = static_cast<float>(now_ms - *since_ms_ - quiet_ms);
    return std::clamp(held / static_cast<float>(opens_ms - quiet_ms), 0.F, 1.F);
}

std::int64_t HeldCorner::next_change_in_ms(std::int64_t now_ms) const {
    constexpr std::int64_t ring_step_ms = 60;
    if (!since_ms_) return -1;
    const std::int64_t held = now_ms - *since_ms_;
    if (held < quiet_ms) return quiet_ms - held;
    return std::clamp<std::int64_t>(opens_ms - held, 0, ring_step_ms);
}

}  // namespace linli::kiosk
