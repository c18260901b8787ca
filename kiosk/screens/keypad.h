// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// What a keyboard of ours was asked for in this frame.
struct KeyTap {
    enum class Kind : std::uint8_t { none, sign, erase, clear, action };
    Kind kind = Kind::none;
    char sign = 0;
};

/// A block of large keys for a number: letters above (none for a code of digits), digits, then clear, erase and the key
/// that goes on. Five across where the area is tall, ten where it is low and wide.
struct Keypad {
    Rect area{};
    std::string letters{};  ///< "ABCDEFGHJK"
    std::string clear{};    ///< labels
    std::string action{};
    std::string action_icon{};
    enum class Action : std::uint8_t { ready, disabled, working } state = Action::ready;
};
KeyTap keypad(Ui& ui, const Keypad& keypad);
/// How high it is at most; the area may be lower, down to keys of 96.
float keypad_height(const Keypad& keypad);

}  // namespace linli::kiosk
