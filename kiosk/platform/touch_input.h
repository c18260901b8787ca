// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/app/presses.h"
#include "kiosk/draw/canvas.h"

union SDL_Event;

namespace linli::kiosk {

/// Reads SDL's finger and mouse events as one finger. Only the first finger counts; of a second one is only
/// said that it came.
class TouchInput {
public:
    /// Nothing where the event is not of the first finger, except that another came down.
    std::optional<FingerEvent> read(const SDL_Event& event, const Projection& projection, Size panel_px,
                                    std::int64_t now_ms);

private:
    static constexpr std::int64_t mouse_finger = -1;
    std::optional<std::int64_t> finger_;
};

}  // namespace linli::kiosk
