// SPDX-License-Identifier: Apache-2.0
#include <imgui.h>

#include "kiosk/draw/canvas.h"
#include "kiosk/draw/image.h"

namespace linli::kiosk {

void Canvas::image(const Rect& rect, const Image& image) {
    if (rect.empty() || image.empty()) return;
    list_.AddImage(image.texture()->GetTexRef(), {px_x(rect.x), px_y(rect.y)},
                   {px_x(rect.right()), px_y(rect.bottom())});
}

void Canvas::note_image(const Rect& rect, std::string words) {
    record_.images.push_back({rect, std::move(words), record_.next_order++});
}

Canvas::Pixels Canvas::pixels(const Rect& rect) const {
    return {static_cast<int>(px_x(rect.right()) - px_x(rect.x)), static_cast<int>(px_y(rect.bottom()) - px_y(rect.y))};
}

}  // namespace linli::kiosk
