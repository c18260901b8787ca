// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/ui.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/marks.h"

namespace linli::kiosk {

/// A page that only says something and offers ways on: what happened, what is safe, what to do. Pages that have nothing
/// else to show use it, so that none is a dead end.
struct MessagePage {
    std::string title{};
    NoticeKind kind = NoticeKind::info;
    std::string first{};   ///< bold line of the notice; empty for no notice
    std::string second{};  ///< below it
    struct Way {
        std::string id{};
        std::string label{};
        std::string icon{};
        ButtonKind kind = ButtonKind::secondary;
    };
    std::vector<Way> ways{};  ///< most likely first
};

/// The index of the way that was tapped, in that frame.
std::optional<int> message_page(Ui& ui, const MessagePage& page);

/// How high the ways stand one below the other; in landscape, side by side.
float ways_height(const Ui& ui, const std::vector<MessagePage::Way>& ways);
/// Buttons of equal height one below the other from the top of the area, or side by side where the area is low and
/// wide.
std::optional<int> ways_on(Ui& ui, Rect area, const std::vector<MessagePage::Way>& ways);

}  // namespace linli::kiosk
