// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace linli::kiosk {

/// Where a display stands on the desktop, in pixels.
struct DisplayBounds {
    int x = 0, y = 0, width = 0, height = 0;
    bool operator==(const DisplayBounds&) const = default;
};

/// Decides what becomes of a window that belongs on one display, as displays come and go: a television is switched on
/// late, or its cable is pulled. It never moves to another display, where it would cover the kiosk. Asked by the
/// board's loop.
class DisplayWatch {
public:
    enum class Deed : std::uint8_t {
        stay,
        show,  ///< place the window on bounds() and show it
        hide,  ///< its display is gone
    };
    /// `display` counts from 0, in the system's order.
    explicit DisplayWatch(int display) : display_(display) {}

    /// What to do now that these displays are there.
    Deed look(std::span<const DisplayBounds> displays);
    bool shown() const { return bounds_.has_value(); }
    DisplayBounds bounds() const { return bounds_.value_or(DisplayBounds{}); }

private:
    int display_;
    std::optional<DisplayBounds> bounds_;
};

}  // namespace linli::kiosk
