// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "kiosk/app/ui.h"
#include "kiosk/screens/keypad.h"

namespace linli::kiosk {

/// A page with one field and the keypad that fills it: a ticket's number, a check code.
struct EntryPage {
    std::string title{};
    std::string under{};
    std::string text{};     ///< what is entered so far
    std::string example{};  ///< stands in the empty field
    std::string guide{};    ///< a quiet line below the field: what comes next
    std::string wrong{};    ///< instead of the guide: what is wrong and how to mend it
    std::string letters{};
    std::string clear{};
    std::string action{};
    std::string action_icon = "search";
    Keypad::Action state = Keypad::Action::ready;
};
KeyTap entry_page(Ui& ui, const EntryPage& page);

}  // namespace linli::kiosk
