// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/raster.h"

#include <cmath>

#include "hall/base/utf8.h"

namespace linli::kiosk {

namespace {

constexpr int dots_a_millimetre = 8;

void burn_words(Bitmap& paper, const LaidItem& item, SlipFonts& fonts) {
    float pen = static_cast<float>(item.x);
    for (const Character& character : characters(item.words)) {
        const SlipGlyph& glyph = fonts.glyph(character.code, item.weight, item.size_dots);
        const int left = static_cast<int>(std::lround(pen)) + glyph.left, top = item.baseline - glyph.top;
        std::size_t at = 0;
        for (int y = 0; y < glyph.height; ++y)
            for (int x = 0; x < glyph.width; ++x)
                if (glyph.dots[at++] != 0) paper.set(left + x, top + y);
        pen += glyph.advance;
    }
}

// A frame with round corners: inside the outer rounded rectangle and not inside the inner one.
bool in_rounded(int x, int y, const DotBox& box, float radius) {
    const float centre_x = static_cast<float>(x) + 0.5F, centre_y = static_cast<float>(y) + 0.5F;
    const float left = static_cast<float>(box.x) + radius, right = static_cast<float>(box.right()) - radius;
    const float top = static_cast<float>(box.y) + radius, bottom = static_cast<float>(box.bottom()) - radius;
    const float dx = std::max({left - centre_x, centre_x - right, 0.0F});
    const float dy = std::max({top - centre_y, centre_y - bottom, 0.0F});
    return dx * dx + dy * dy <= radius * radius;
}

void burn_frame(Bitmap& paper, const LaidItem& item) {
    const DotBox& outer = item.ink;
    const int stroke = item.stroke_dots;
    const DotBox inner{outer.x + stroke, outer.y + stroke, outer.width - 2 * stroke, outer.height - 2 * stroke};
    const float radius = 8;
    for (int y = outer.y; y < outer.bottom(); ++y)
        for (int x = outer.x; x < outer.right(); ++x)
            if (in_rounded(x, y, outer, radius) &&
                !(inner.contains({x, y, 1, 1}) && in_rounded(x, y, inner, radius - static_cast<float>(stroke))))
                paper.set(x, y);
}

void burn_code(Bitmap& paper, const LaidItem& item) {
    const int module = item.stroke_dots;
    for (int y = 0; y < item.code.modules; ++y)
        for (int x = 0; x < item.code.modules; ++x)
            if (item.code.is_black(x, y))
                paper.fill({item.ink.x + x * module, item.ink.y + y * module, module, module});
}

// Millimetres hang from the top edge; the longest are centimetres. The last dot of the paper has a line of its own.
void burn_ruler(Bitmap& paper, const DotBox& box) {
    paper.fill({box.x, box.y, box.width, 2});
    for (int millimetre = 0; millimetre * dots_a_millimetre < box.width; ++millimetre) {
        const int length = millimetre % 10 == 0  ? box.height
                           : millimetre % 5 == 0 ? box.height * 2 / 3
                                                 : box.height / 3;
        paper.fill({box.x + millimetre * dots_a_millimetre, box.y, millimetre % 10 == 0 ? 2 : 1, length});
    }
    paper.fill({box.right() - 2, box.y, 2, box.height});
}

void burn_grey(Bitmap& paper, const DotBox& box) {
    for (int y = box.y; y < box.bottom(); ++y)
        for (int x = box.x; x < box.right(); ++x)
            if ((x + y) % 2 == 0) paper.set(x, y);
}

}  // namespace

Bitmap raster_of(const LaidSlip& laid, SlipFonts& fonts) {
    Bitmap paper(laid.width_dots, laid.height_dots);
    for (const LaidItem& item : laid.items) switch (item.kind) {
            case LaidItem::Kind::words:
                burn_words(paper, item, fonts);
                break;
            case LaidItem::Kind::frame:
                burn_frame(paper, item);
                break;
            case LaidItem::Kind::rule:
                paper.fill(item.ink);
                break;
            case LaidItem::Kind::code:
                burn_code(paper, item);
                break;
            case LaidItem::Kind::ruler:
                burn_ruler(paper, item.ink);
                break;
            case LaidItem::Kind::grey:
                burn_grey(paper, item.ink);
                break;
        }
    return paper;
}

}  // namespace linli::kiosk
