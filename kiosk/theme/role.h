// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace linli::kiosk {

/// What a colour is for. Screens name roles; only the theme knows values. `line_ink` and `line_soft` belong to one
/// department line; `qr_dark` and `qr_light` stay black and white in every set, because scanners need them so, and
/// the `test_` ones are pure, because a dead dot shows on them. The
/// board hangs far away on a wall and nobody chooses its contrast: its colours are the same in every set.
enum class Role : std::uint8_t {
    background,
    surface,
    surface_raised,
    surface_sunk,
    text,
    text_muted,
    text_disabled,
    outline,
    outline_strong,
    lip,
    focus,
    accent,
    accent_pressed,
    accent_text,
    accent_soft,
    success,
    success_soft,
    warning,
    warning_soft,
    danger,
    danger_soft,
    scrim,
    ink,
    sky_top,
    sky_bottom,
    roof_far,
    roof_mid,
    roof_near,
    window_lit,
    brand_warm,
    qr_dark,
    qr_light,
    test_red,
    test_green,
    test_blue,
    line_ink,
    line_soft,
    board_background,
    board_surface,
    board_text,
    board_text_muted,
    board_outline,
    board_number,
    board_notice,
    board_notice_text,
    board_notice_muted,
    board_notice_sign,
    board_warning,
    board_warning_soft,
    board_house,
};

/// A role, with the line's letter where it is line_ink or line_soft. `Role::text` converts by itself.
struct Tint {
    Role role = Role::text;
    char line = 0;
    constexpr Tint(Role role_ = Role::text, char line_ = 0) : role(role_), line(line_) {}
    bool operator==(const Tint&) const = default;
};

/// The type scale. From `display` on a size stays in larger mode; the board has its own, which no page uses.
enum class TextRole : std::uint8_t {
    caption,
    small,
    body,
    list,
    sub,
    heading,
    title,
    display,
    countdown,
    number,
    board_number,
    board_long_number,
    board_counter,
    board_code,
    board_place,
    board_text
};

enum class Weight : std::uint8_t { regular, bold };

/// The three complete colour sets: first press of the contrast button is yellow on black, the second black on white.
enum class Contrast : std::uint8_t { normal, yellow_on_black, black_on_white };
enum class TextSize : std::uint8_t { normal, larger };

}  // namespace linli::kiosk
