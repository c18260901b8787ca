// SPDX-License-Identifier: Apache-2.0
#include <imgui.h>

#include <cmath>
#include <string>

#include "kiosk/draw/canvas.h"
#include "kiosk/draw/phone_code.h"

namespace linli::kiosk {

Rect Canvas::qr(const Rect& box, std::string_view text) {
    constexpr int quiet_modules = 4;  // ISO/IEC 18004
    const auto code = phone_code(text);
    if (!code) return {};
    const int modules = code->modules + 2 * quiet_modules;
    const float module_px = std::floor(px(std::min(box.width, box.height)) / static_cast<float>(modules));
    if (module_px < 1) return {};
    const float side = module_px * static_cast<float>(modules) / projection_.scale;
    const Rect square = box.middle({side, side});
    fill(square, Role::qr_light);
    const float left = px_x(square.x) + module_px * quiet_modules, top = px_y(square.y) + module_px * quiet_modules;
    const std::uint32_t dark = ink(Role::qr_dark);
    for (int y = 0; y < code->modules; ++y)
        for (int x = 0; x < code->modules;) {
            const int begin = x;
            while (x < code->modules && code->is_black(x, y)) ++x;
            if (x > begin)
                list_.AddRectFilled(
                    {left + module_px * static_cast<float>(begin), top + module_px * static_cast<float>(y)},
                    {left + module_px * static_cast<float>(x), top + module_px * static_cast<float>(y + 1)}, dark);
            if (x == begin) ++x;
        }
    return square;
}

}  // namespace linli::kiosk
