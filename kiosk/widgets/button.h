// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "kiosk/app/ui.h"

namespace linli::kiosk {

enum class ButtonKind : std::uint8_t { primary, secondary };

/// A labelled button. At most one primary a page. `reason` makes it disabled and stands as its second line; `working`
/// shows the hourglass with "请稍等" and takes no taps. A label too long for one line takes two.
struct Button {
    std::string id{};
    Rect rect{};
    std::string label{};
    std::string icon{};  ///< a name in the theme; empty for none
    ButtonKind kind = ButtonKind::secondary;
    TextRole role = TextRole::list;  ///< heading for the page's main act (160 high)
    std::string reason{};
    enum class State : std::uint8_t { ready, disabled, working } state = State::ready;
    std::string spoken{};  ///< what is read aloud of a button with an icon alone
    enum class IconSide : std::uint8_t { left, right } icon_side = IconSide::left;
};

/// True in the frame in which it was tapped.
bool button(Ui& ui, const Button& button);

/// The raised white (or accent) ground of anything that can be touched, moved down 6 while pressed. Gives the rect
/// where its content now stands. For widgets of a screen's own.
enum class Ground : std::uint8_t { raised, primary, selected, disabled, strong };
Rect touchable(Ui& ui, const Rect& rect, Ground ground, const Touch& touch, float radius);

}  // namespace linli::kiosk
