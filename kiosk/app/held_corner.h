// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/app/presses.h"

namespace linli::kiosk {

/// An installer's way in: a finger that rests on the mark in the top left corner for five seconds. Residents see
/// nothing of it for two, then a quiet ring; whoever lets go, slides off or puts a second finger down has only touched.
class HeldCorner {
public:
    static constexpr std::int64_t quiet_ms = 2000, opens_ms = 5000;
    static constexpr float slack_units = 24;

    /// `corner` is where a hold may begin; empty where none counts now.
    void push(const FingerEvent& event, const Rect& corner);
    void forget() { since_ms_.reset(); }

    bool opens(std::int64_t now_ms) const { return since_ms_ && now_ms - *since_ms_ >= opens_ms; }
    /// How much of the ring to show: 0 in the quiet part, 1 when it opens.
    float turn(std::int64_t now_ms) const;
    /// When it looks different next; -1 where nothing is held.
    std::int64_t next_change_in_ms(std::int64_t now_ms) const;

private:
    std::optional<std::int64_t> since_ms_;
    Point start_;
};

}  // namespace linli::kiosk
