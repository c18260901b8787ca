// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// A box to type into. It only shows; the screen keeps the text. `tap` says whether touching it does anything.
struct Field {
    std::string id{};
    Rect rect{};  ///< the box, 112 high
    std::string text{};
    std::string letters{};  ///< behind the text, underlined: not yet written
    std::string hint{};
    std::string icon{};
    Weight weight = Weight::regular;  ///< of the text
    enum class State : std::uint8_t { rest, active, right, wrong } state = State::rest;
    enum class Tap : std::uint8_t { none, tappable } tap = Tap::none;
    enum class Clear : std::uint8_t { none, offered } clear = Clear::none;  ///< room for a key that empties it
};
bool field(Ui& ui, const Field& field);
/// The key at the right end that empties a field, drawn upon it.
bool field_clear(Ui& ui, const Field& field);
/// The message below a field: icon and one small line in the state's colour. Gives its height.
float field_message(Ui& ui, const Rect& rect, Field::State state, const std::string& text);

/// A key of a keyboard. Keys may be tapped as fast as fingers can.
struct Key {
    std::string id{};
    Rect rect{};
    std::string label{};
    std::string icon{};
    enum class Kind : std::uint8_t { letter, function, action } kind = Kind::letter;
    enum class State : std::uint8_t { ready, disabled } state = State::ready;
};
bool key(Ui& ui, const Key& key);
/// The sunk ground below a keyboard.
void key_tray(Ui& ui, const Rect& rect);

}  // namespace linli::kiosk
