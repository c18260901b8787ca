// SPDX-License-Identifier: Apache-2.0
#include "kiosk/platform/display_watch.h"

namespace linli::kiosk {

DisplayWatch::Deed DisplayWatch::look(std::span<const DisplayBounds> displays) {
    const bool there = display_ >= 0 && static_cast<std::size_t>(display_) < displays.size();
    const DisplayBounds now = there ? displays[static_cast<std::size_t>(display_)] : DisplayBounds{};
    // A display that is being switched on or off is there for a moment without a size.
    if (now.width <= 0 || now.height <= 0) {
        const bool was_shown = shown();
        bounds_.reset();
        return was_shown ? Deed::hide : Deed::stay;
    }
    if (bounds_ == now) return Deed::stay;
    bounds_ = now;
    return Deed::show;
}

}  // namespace linli::kiosk
