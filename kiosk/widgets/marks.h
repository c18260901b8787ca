// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>

#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// The square with a line's letter; its side is the rect's shorter one.
void badge(Ui& ui, const Rect& rect, char letter);

struct Pill {
    std::string label{};
    std::string icon{};
    Tint ink = Role::accent;
    Tint ground = Role::accent_soft;
};
Size pill_size(Ui& ui, const Pill& pill);
/// Draws it at the point (its top left corner), gives what it covers.
Rect pill(Ui& ui, Point at, const Pill& pill);

enum class NoticeKind : std::uint8_t { info, success, warning, danger };
/// A flat message with icon: first line bold, body below.
struct Notice {
    NoticeKind kind = NoticeKind::info;
    std::string title{};
    std::string text{};
    std::string icon{};  ///< empty takes the kind's own
    TextRole title_role = TextRole::list;
    TextRole text_role = TextRole::body;
    std::optional<float> progress{};  ///< 0 to 1: draws the bar of work that goes on, where there is room
};
float notice_height(Ui& ui, const Notice& notice, float width);
/// The same notice with the largest letters with which it fits the size; with the least where none do.
Notice fitted(Ui& ui, Notice notice, Size size);
/// As high as it needs at this width, from the rect's top. Gives its height.
float notice(Ui& ui, const Rect& rect, const Notice& notice);

/// "What next": a disc with the digit, one bold line, one muted line each.
struct Step {
    std::string title{};
    std::string text{};
};
float steps_height(Ui& ui, std::span<const Step> steps, float width);
float step_list(Ui& ui, const Rect& rect, std::span<const Step> steps);

/// A flat card to stand things on.
void card(Ui& ui, const Rect& rect);
/// A raised-looking white card that is only read (number card).
void number_card(Ui& ui, const Rect& rect);
/// An unread answer's place: a quiet blank bar, shown after 200 ms.
void blank(Ui& ui, const Rect& rect);

}  // namespace linli::kiosk
