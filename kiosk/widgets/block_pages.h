// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// One thing that stands below others on a page of reading. Its height was measured for the area's width.
struct Block {
    float height = 0;
    std::function<void(Ui& ui, const Rect& rect)> draw{};
};

/// Blocks below one another; where they do not all fit, so many as do, and a button that goes on (on the last ones:
/// back to the beginning). Blocks are never cut. The screen owns one for each reading.
class BlockPages {
public:
    /// Low mode has a place of its own for the button, since nothing is touched above the middle.
    void draw(Ui& ui, Rect area, const std::vector<Block>& blocks, std::optional<Rect> button_place = {});
    /// Whether a button is needed.
    static bool overflow(const Ui& ui, const Rect& area, const std::vector<Block>& blocks);
    /// What is free below these blocks on the page where the last of them stands.
    static float left_below(const Ui& ui, float page_height, const std::vector<Block>& blocks);
    void to_top() { first_ = 0; }

private:
    std::size_t first_ = 0;
};

}  // namespace linli::kiosk
