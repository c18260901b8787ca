// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "kiosk/draw/geometry.h"
#include "kiosk/draw/layout_record.h"

namespace linli::kiosk {

/// One step of the first finger, in units.
struct FingerEvent {
    /// `another` is a second finger: it never presses, but one that is held is no longer alone.
    enum class Kind : std::uint8_t { down, move, up, cancel, another };
    Kind kind = Kind::down;
    Point point;
    std::int64_t at_ms = 0;  ///< boot time
};

struct Touch {
    bool pressed = false;  ///< a finger is on it: show it
    bool tapped = false;   ///< act, once
};

struct Drag {
    bool held = false;      ///< a finger drags here now
    float moved_y = 0;      ///< since the last frame; the content follows it
    bool released = false;  ///< let go in this frame
    float speed_y = 0;      ///< units a second at the release
};

/// Turns one finger's events into presses, taps and drags on what the last frame showed. A finger that leaves its
/// target or drags never taps; one target taps at most once in 300 ms (keys may repeat); nothing taps in the first 300
/// ms of a page, because that is the second half of a double tap meant for the page before.
class Presses {
public:
    static constexpr float drag_threshold_units = 14;
    static constexpr std::int64_t guard_ms = 300;

    void push(const FingerEvent& event);
    /// Takes events up to the next change of pressing, so that every press is drawn at least once. True: something
    /// changed.
    bool begin_frame(const LayoutRecord& shown);
    /// More events wait for the next frame.
    bool pending() const { return !events_.empty(); }
    /// A new page is shown: whatever is pressed is forgotten.
    void page_changed(std::int64_t now_ms);
    void forget();
    /// What was tapped in this frame has acted.
    void acted();
    bool finger_down() const { return down_; }

    Touch touch(std::string_view id) const;
    /// A finger tapped in this frame where there is no target.
    bool tapped_elsewhere() const { return tapped_elsewhere_; }
    /// Where it went down.
    Point tapped_at() const { return start_; }
    Drag drag(std::string_view id) const;

private:
    bool press(const FingerEvent& event, const LayoutRecord& shown);
    bool move(const FingerEvent& event, const LayoutRecord& shown);
    bool release(const FingerEvent& event, const LayoutRecord& shown);

    std::deque<FingerEvent> events_;
    bool down_ = false;
    bool dragging_ = false;
    bool released_ = false;
    bool guarded_ = false;
    bool tapped_elsewhere_ = false;
    std::string pressed_;
    std::string tapped_;
    std::string drag_area_;
    std::string last_tapped_;
    std::int64_t last_tap_ms_ = -guard_ms;
    std::int64_t page_since_ms_ = -guard_ms;
    Point start_, last_;
    std::int64_t last_ms_ = 0;
    float moved_y_ = 0;
    float speed_y_ = 0;
};

}  // namespace linli::kiosk
