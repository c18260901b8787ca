// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/text/pinyin_input.h"
#include "kiosk/app/typed_text.h"
#include "kiosk/app/ui.h"
#include "kiosk/screens/entry_places.h"
#include "kiosk/screens/letter_keyboard.h"
#include "kiosk/screens/word_choice.h"
#include "kiosk/widgets/field.h"

namespace linli::kiosk {

/// A field for words with its keyboards: letters become pinyin, of which words are chosen; in English they stand as
/// they are typed. A keyboard that is plugged in types into it as well. The text itself lies in the session; what this
/// keeps goes with the page.
class TextEntry {
public:
    struct Form {
        std::size_t characters_max = 40;
        LetterKeyboard::Form keys{};
    };
    enum class Event : std::uint8_t { none, changed, action };

    TextEntry() : TextEntry(Form{}) {}
    explicit TextEntry(const Form& form) : form_(form), keyboard_(form.keys) {}

    /// What a keyboard that is plugged in has typed. For each frame before anything is drawn, also while the keys do
    /// not show.
    Event take_typed(Ui& ui, TypedText& typed);
    /// The field, without text; where it is active, with a key that empties it. `tapped` where the field itself was.
    struct FieldEvent {
        Event event = Event::none;
        bool tapped = false;
    };
    FieldEvent field(Ui& ui, Field field, TypedText& typed);
    /// The keys with the words, on their tray.
    Event keys(Ui& ui, TypedText& typed);
    Rect tray(Ui& ui) const { return entry_places(ui, words(ui)).tray; }

private:
    static Words words(const Ui& ui) { return ui.modes().english() ? Words::none : Words::offered; }
    static TypedText::Letters letters(const Ui& ui);
    void read(Ui& ui, TypedText& typed);
    void reading_line(Ui& ui, const EntryPlaces& places, const TypedText& typed) const;
    Event press(Ui& ui, const KeyTap& tap, TypedText& typed);
    /// The letters with a sign between syllables.
    std::string parted(const std::string& letters, char sign) const;

    Form form_;
    LetterKeyboard keyboard_;
    WordChoice choice_;
    std::string read_;  ///< the letters that reading_ is of
    PinyinReading reading_;
};

}  // namespace linli::kiosk
