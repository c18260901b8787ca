// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "kiosk/screens/installer/touch_finding.h"
#include "kiosk/screens/installer/touch_marks.h"

namespace linli::kiosk::testing {

/// A touch panel with a fault: where a touch lands for where it was meant, both as shares of the panel.
struct PanelFault {
    TouchFinding::Fault fault;
    Point (*lands)(Point meant);
};

/// Every way in which a panel can be turned or mirrored.
inline const std::vector<PanelFault> turned_panels{{TouchFinding::Fault::mirrored_across,
                                                    [](Point p) -> Point {
                                                        return {1 - p.x, p.y};
                                                    }},
                                                   {TouchFinding::Fault::mirrored_down,
                                                    [](Point p) -> Point {
                                                        return {p.x, 1 - p.y};
                                                    }},
                                                   {TouchFinding::Fault::turned_half,
                                                    [](Point p) -> Point {
                                                        return {1 - p.x, 1 - p.y};
                                                    }},
                                                   {TouchFinding::Fault::turned_right,
                                                    [](Point p) -> Point {
                                                        return {1 - p.y, p.x};
                                                    }},
                                                   {TouchFinding::Fault::turned_left,
                                                    [](Point p) -> Point {
                                                        return {p.y, 1 - p.x};
                                                    }},
                                                   {TouchFinding::Fault::swapped,
                                                    [](Point p) -> Point {
                                                        return {p.y, p.x};
                                                    }},
                                                   {TouchFinding::Fault::swapped_half, [](Point p) -> Point {
                                                        return {1 - p.y, 1 - p.x};
                                                    }}};

/// A picture that does not fill the screen.
inline constexpr PanelFault stretched_panel{TouchFinding::Fault::stretched, [](Point p) -> Point {
                                                return {0.05F + p.x * 0.9F, 0.05F + p.y * 0.9F};
                                            }};

/// Where somebody's five touches land who means the marks. `panel` is larger than `space` where the picture has a
/// border.
inline std::vector<Point> touches_on(Size space, Size panel, Point (*lands)(Point)) {
    const Point border{(panel.width - space.width) / 2, (panel.height - space.height) / 2};
    std::vector<Point> touches;
    for (const Point mark : touch_marks(space)) {
        const Point at = lands({(mark.x + border.x) / panel.width, (mark.y + border.y) / panel.height});
        touches.push_back({at.x * panel.width - border.x, at.y * panel.height - border.y});
    }
    return touches;
}

}  // namespace linli::kiosk::testing
