// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hall/base/result.h"
#include "kiosk/theme/role.h"

namespace linli::kiosk {

/// One colour as the screen shows it, not premultiplied.
struct Rgba {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
    bool operator==(const Rgba&) const = default;
};

/// Contrast of two opaque colours after WCAG 2.2, 1 to 21.
double contrast_ratio(Rgba a, Rgba b);

/// One shape of the street on the attract page, back to front.
struct SkylineShape {
    enum class Kind : std::uint8_t { rect, triangle } kind = Kind::rect;
    float x = 0, y = 0, width = 0, height = 0;  ///< a triangle's apex is in the middle of its top
    Role role = Role::roof_far;
};

/// Every colour, size and icon of the screen, read once from assets/theme/theme.json.
class Theme {
public:
    /// Error: invalid_content with the field's name.
    static Result<Theme> parse(std::string_view theme_json, std::string_view skyline_json);
    /// The theme that the program carries.
    static Result<Theme> embedded();

    Rgba colour(Contrast set, Tint tint) const;
    /// Em size in units.
    float em(TextRole role, TextSize size) const;
    /// Height of a line in units: 1.4 em for text, 1.25 em for headings, 1.2 em and less above.
    float line_height(TextRole role, TextSize size) const;
    /// A named length: "margin", "gap", "radius.tile", "stroke.lip", "size.button" … in units.
    float length(std::string_view name) const;
    /// Widths of the bottom bar's eight items in portrait, for "zh" or "en".
    const std::vector<float>& bar_widths(std::string_view language) const;
    /// The icon font's character; U+FFFD where the theme has no such name.
    char32_t icon(std::string_view name) const;
    /// The icon that stands for a department line; "more_horiz" where none is set.
    std::string_view line_icon(char letter) const;
    bool has_icon(std::string_view name) const;
    /// The street, drawn for a panel of skyline_height units; from assets/theme/skyline.json.
    const std::vector<SkylineShape>& skyline() const { return skyline_; }
    float skyline_height() const { return skyline_height_; }

private:
    using Colours = std::array<Rgba, 64>;
    std::array<Colours, 3> colours_{};
    std::map<char, std::pair<Rgba, Rgba>> line_colours_;
    std::map<char, std::string> line_icons_;
    std::array<float, 16> em_{};
    float larger_scale_ = 1.35F;
    std::map<std::string, float, std::less<>> lengths_;
    std::map<std::string, std::vector<float>, std::less<>> bar_widths_;
    std::map<std::string, char32_t, std::less<>> icons_;
    std::vector<SkylineShape> skyline_;
    float skyline_height_ = 0;
    friend class ThemeReader;
};

}  // namespace linli::kiosk
