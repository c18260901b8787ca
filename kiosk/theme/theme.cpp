// SPDX-License-Identifier: Apache-2.0
#include "kiosk/theme/theme.h"

#include <cmath>

#include "hall/base/embedded.h"
#include "kiosk/theme/theme_reader.h"

namespace linli::kiosk {

namespace {

double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Rgba c) { return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue); }

bool keeps_its_size(TextRole role) { return role >= TextRole::display; }

}  // namespace

double contrast_ratio(Rgba a, Rgba b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

Result<Theme> Theme::parse(std::string_view theme_json, std::string_view skyline_json) {
    return ThemeReader{}.read(theme_json, skyline_json);
}

Result<Theme> Theme::embedded() {
    return parse(embedded_file("assets/theme/theme.json"), embedded_file("assets/theme/skyline.json"));
}

Rgba Theme::colour(Contrast set, Tint tint) const {
    if (tint.role == Role::line_ink || tint.role == Role::line_soft) {
        // In the contrast sets all lines look alike: the letter tells them apart.
        if (set == Contrast::normal) {
            if (const auto line = line_colours_.find(tint.line); line != line_colours_.end())
                return tint.role == Role::line_ink ? line->second.first : line->second.second;
            return colour(set, tint.role == Role::line_ink ? Role::text : Role::surface_sunk);
        }
    }
    return colours_[static_cast<std::size_t>(set)][static_cast<std::size_t>(tint.role)];
}

float Theme::em(TextRole role, TextSize size) const {
    const float em = em_[static_cast<std::size_t>(role)];
    return size == TextSize::larger && !keeps_its_size(role) ? std::round(em * larger_scale_) : em;
}

float Theme::line_height(TextRole role, TextSize size) const {
    const float factor = role <= TextRole::list ? 1.4F : role <= TextRole::title ? 1.25F : 1.2F;
    return em(role, size) * factor;
}

float Theme::length(std::string_view name) const {
    const auto found = lengths_.find(name);
    return found == lengths_.end() ? 0 : found->second;
}

const std::vector<float>& Theme::bar_widths(std::string_view language) const {
    static const std::vector<float> none(8, 100.F);
    const auto found = bar_widths_.find(language);
    return found == bar_widths_.end() ? none : found->second;
}

char32_t Theme::icon(std::string_view name) const {
    const auto found = icons_.find(name);
    return found == icons_.end() ? U'\uFFFD' : found->second;
}

bool Theme::has_icon(std::string_view name) const { return icons_.contains(name); }

std::string_view Theme::line_icon(char letter) const {
    const auto found = line_icons_.find(letter);
    return found == line_icons_.end() ? std::string_view("more_horiz") : std::string_view(found->second);
}

}  // namespace linli::kiosk
