// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// Where a page's task stands; shown as the line of segments under the top bar.
struct Progress {
    int step = 0;  ///< 1 to steps; 0 for no progress line
    int steps = 0;
    std::string now{};   ///< "选事情"
    std::string next{};  ///< "核对"; empty on the last step
};

struct PageHead {
    std::string title{};
    std::string under{};  ///< one muted line below the title; empty for none
    Progress progress{};
    std::string icon{};  ///< before the title, "check_circle"; empty for none
    Tint icon_tint = Role::success;
};

/// Where the page's parts may stand, on the margins, free of bars and head.
struct PageAreas {
    Rect whole;     ///< all of the content
    Rect reading;   ///< for what is only read. Low mode: above the middle; else the whole
    Rect touching;  ///< for what is touched. Low mode: below the middle, both columns in landscape; else the whole
    Rect aside;     ///< landscape: what is left of the left column below the head; portrait: empty
};

/// The content between the bars without any head (title row included).
Rect content_area(const Ui& ui);
/// Draws progress line, title and the line below it, and gives what is left. In landscape the head stands in the left
/// column (552 wide) and the page in the right one (1224).
PageAreas page_head(Ui& ui, const PageHead& head);

}  // namespace linli::kiosk
