// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/house_mark.h"

namespace linli::kiosk {

namespace {

void house(Canvas& canvas, const Rect& box, Tint tint) {
    const float roof = box.height * 0.34F;
    canvas.triangle({box.x, box.y + roof}, {box.x + box.width / 2, box.y}, {box.right(), box.y + roof}, tint);
    // One unit below the roof's soft edge, so that no seam shows.
    canvas.fill({box.x, box.y + roof - 1, box.width, box.height - roof + 1}, tint);
}

}  // namespace

void house_mark(Canvas& canvas, Point at, const HouseMarkTints& tints) {
    house(canvas, {at.x, at.y, 44, 72}, tints.large);
    house(canvas, {at.x + 38, at.y + 22, 38, 50}, tints.small);
    canvas.fill({at.x + 15, at.y + 46, 14, 26}, tints.doors);
    canvas.fill({at.x + 51, at.y + 54, 12, 18}, tints.doors);
}

}  // namespace linli::kiosk
