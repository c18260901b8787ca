// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/installer/touch_marks.h"

#include <algorithm>
#include <cmath>

namespace linli::kiosk {

std::array<Point, touch_mark_count> touch_marks(Size space) {
    constexpr float from_edge = 90;
    const float right = space.width - from_edge, bottom = space.height - from_edge;
    return {Point{from_edge, from_edge}, Point{right, from_edge}, Point{right, bottom}, Point{from_edge, bottom},
            Point{space.width / 2, space.height / 2}};
}

std::vector<float> touch_offsets(Size space, const std::vector<Point>& touches) {
    const auto marks = touch_marks(space);
    std::vector<float> offsets;
    for (std::size_t i = 0; i < std::min(touches.size(), marks.size()); ++i)
        offsets.push_back(std::hypot(touches[i].x - marks[i].x, touches[i].y - marks[i].y));
    return offsets;
}

bool touches_pass(Size space, const std::vector<Point>& touches) {
    const auto offsets = touch_offsets(space, touches);
    return offsets.size() == touch_mark_count &&
           std::ranges::all_of(offsets, [](float offset) { return offset <= touch_off_max; });
}

}  // namespace linli::kiosk
