// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/app/ui.h"
#include "kiosk/screens/keypad.h"

namespace linli::kiosk {

/// The keyboard for words: letters or digits, clear, space, erase and the key that searches. Four rows in portrait;
/// three rows over the whole width in landscape.
class LetterKeyboard {
public:
    /// Draws it on its tray, which ends where the bottom bar begins.
    KeyTap draw(Ui& ui, const Rect& tray);
    /// How high the tray is in this mode.
    static float tray_height(const Ui& ui);

private:
    enum class Page : std::uint8_t { letters, digits };
    KeyTap portrait(Ui& ui, Rect keys);
    KeyTap landscape(Ui& ui, Rect keys);
    bool page_key(Ui& ui, const Rect& rect);

    Page page_ = Page::letters;
};

}  // namespace linli::kiosk
