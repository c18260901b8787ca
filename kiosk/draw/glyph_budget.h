// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::kiosk {

/// How many characters that were never shown may be made in one frame. Making one takes some 30 microseconds, so a page
/// full of rare names would stand still for a tenth of a second; the rest of it comes with the next frames instead.
struct GlyphBudget {
    int left = 600;
    bool spent = false;  ///< something was left for the next frame

    bool take() {
        if (left > 0) {
            --left;
            return true;
        }
        spent = true;
        return false;
    }
};

}  // namespace linli::kiosk
