// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/ui.h"
#include "kiosk/widgets/button.h"

namespace linli::kiosk {

struct DialogButton {
    std::string id{};
    std::string label{};
    std::string icon{};
    ButtonKind kind = ButtonKind::secondary;
};

/// A question over everything: scrim, title, text, buttons stacked. Draw it last. In low mode its buttons stand in the
/// lower half.
struct Dialog {
    std::string title{};
    std::string text{};
    std::vector<DialogButton> buttons{};
    std::string foot{};                 ///< a muted line below the buttons
    std::optional<int> seconds_left{};  ///< draws the count-down ring
    int seconds_all = 20;
};
/// The index of the button that was tapped, in that frame.
std::optional<int> dialog(Ui& ui, const Dialog& dialog);

}  // namespace linli::kiosk
