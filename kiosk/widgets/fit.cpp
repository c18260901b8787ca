// SPDX-License-Identifier: Apache-2.0
#include "kiosk/widgets/fit.h"

#include "hall/base/utf8.h"

namespace linli::kiosk {

bool fits(const Canvas& canvas, std::string_view text, const TextStyle& style, Size size) {
    const Size needed = canvas.measure(text, style, size.width);
    return needed.width <= size.width + 0.5F && needed.height <= size.height + 0.5F;
}

TextStyle fitted(const Canvas& canvas, std::string_view text, TextStyle style, Size size, TextRole least, int lines) {
    while (style.role > least) {
        const float height = canvas.line(style) * static_cast<float>(lines) + 0.5F;
        if (fits(canvas, text, style, {size.width, std::min(size.height, height)})) return style;
        style.role = static_cast<TextRole>(static_cast<int>(style.role) - 1);
    }
    return style;
}

std::string end_that_fits(const Canvas& canvas, std::string text, const TextStyle& style, float width) {
    while (!text.empty() && canvas.measure(text, style).width > width) text.erase(0, character_at(text, 0).end);
    return text;
}

}  // namespace linli::kiosk
