// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "kiosk/app/ui.h"
#include "kiosk/screens/keypad.h"

namespace linli::kiosk {

/// The keyboard for words: letters or digits, clear, space, erase and the key that goes on. Four rows in portrait;
/// three rows over the whole width in landscape.
class LetterKeyboard {
public:
    /// `exact` is for what must be written sign by sign: small and capital letters and "-_:", no space.
    enum class Signs : std::uint8_t { words, exact };
    struct Form {
        Signs signs = Signs::words;
        const char* action = "search.find";  ///< text key
        const char* icon = "search";
        Keypad::Action state = Keypad::Action::ready;
    };
    LetterKeyboard() : LetterKeyboard(Form{}) {}
    explicit LetterKeyboard(const Form& form) : form_(form) {}

    /// Draws it on its tray, which ends where the bottom bar begins.
    KeyTap draw(Ui& ui, const Rect& tray);
    void set_action(Keypad::Action state) { form_.state = state; }
    /// The keys alone, where a tray of somebody else's has room for them.
    KeyTap keys(Ui& ui, const Rect& keys) { return ui.modes().landscape() ? landscape(ui, keys) : portrait(ui, keys); }
    /// Where the tray is in this mode, above the bottom bar.
    static Rect tray(Ui& ui);

private:
    enum class Page : std::uint8_t { letters, capitals, digits };
    bool on_letters() const { return page_ != Page::digits; }
    KeyTap portrait(Ui& ui, Rect keys);
    KeyTap landscape(Ui& ui, Rect keys);
    void page_key(Ui& ui, const Rect& rect);
    /// The space of words; where signs are exact, the key that changes between small and capital letters.
    void wide_key(Ui& ui, const Rect& rect, KeyTap& tap);
    void action_key(Ui& ui, const Rect& rect, KeyTap& tap) const;
    std::string_view signs(int row) const;

    Form form_;
    Page page_ = Page::letters;
};

}  // namespace linli::kiosk
