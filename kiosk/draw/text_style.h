// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/theme/role.h"

namespace linli::kiosk {

enum class Align : std::uint8_t { left, centre, right };
enum class Stand : std::uint8_t { top, middle, bottom };
/// When somebody who hears the page hears the text: with the target in which it stands, if any; or before all targets,
/// as titles and notices are.
enum class Heard : std::uint8_t { with_target, first };

/// How a block of text is set. `line_height` counts in em; 0 takes the role's own.
struct TextStyle {
    TextRole role = TextRole::body;
    Tint tint = Role::text;
    Weight weight = Weight::regular;
    Align align = Align::left;
    Stand stand = Stand::top;
    float line_height = 0;
    Heard heard = Heard::with_target;
};

/// A piece of a text with its own weight and colour.
struct Span {
    std::string text{};
    Weight weight = Weight::regular;
    Tint tint = Role::text;
};

/// Reads "*bold*": what stands between two asterisks becomes bold, the rest keeps the style's weight.
std::vector<Span> spans_of(std::string_view marked, const TextStyle& style);

constexpr float unbounded = std::numeric_limits<float>::infinity();

}  // namespace linli::kiosk
