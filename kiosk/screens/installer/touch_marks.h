// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "kiosk/draw/geometry.h"

namespace linli::kiosk {

/// The five marks of the touch test, one near each corner and one in the middle, in the order of touching.
inline constexpr std::size_t touch_mark_count = 5;
std::array<Point, touch_mark_count> touch_marks(Size space);

/// A finger that means a mark may be this far off: under half of the smallest button.
inline constexpr float touch_off_max = 40;

/// Up to about a finger's breadth is called a little.
inline constexpr float touch_off_little = 120;

/// How far each touch was from its mark, in units.
std::vector<float> touch_offsets(Size space, const std::vector<Point>& touches);
bool touches_pass(Size space, const std::vector<Point>& touches);

}  // namespace linli::kiosk
