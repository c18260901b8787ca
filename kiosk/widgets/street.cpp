// SPDX-License-Identifier: Apache-2.0
#include "kiosk/widgets/street.h"

namespace linli::kiosk {

void street(Canvas& canvas, const Rect& panel) {
    constexpr float corner = 4;
    const float height = canvas.theme().skyline_height();
    const float scale = height > 0 ? panel.height / height : 1;
    canvas.clip(panel);
    for (const SkylineShape& shape : canvas.theme().skyline()) {
        const Rect box{panel.x + shape.x, panel.y + shape.y * scale, shape.width, shape.height * scale};
        if (box.x >= panel.right()) continue;
        if (shape.kind == SkylineShape::Kind::triangle) {
            const float foot = panel.y + (shape.y + shape.height) * scale + 1;
            canvas.triangle({box.x, foot}, {box.x + box.width / 2, box.y}, {box.right(), foot}, shape.role);
        } else {
            // Houses stand on the foot, square; eaves and windows have round corners.
            const bool house = box.bottom() >= panel.bottom() - 1;
            canvas.fill(box, shape.role, house ? 0 : corner);
        }
    }
    canvas.unclip();
}

}  // namespace linli::kiosk
