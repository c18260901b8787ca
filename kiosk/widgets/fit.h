// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "kiosk/draw/canvas.h"

namespace linli::kiosk {

/// Does the text fit the size when wrapped at its width?
bool fits(const Canvas& canvas, std::string_view text, const TextStyle& style, Size size);
/// The style with the largest role, from its own down to `least`, with which the text fits the size on `lines` lines at
/// most; with `least` where none does, so that the fault shows.
TextStyle fitted(const Canvas& canvas, std::string_view text, TextStyle style, Size size, TextRole least,
                 int lines = 1);

/// The end of a text that fits the width: of long input people look at where they type.
std::string end_that_fits(const Canvas& canvas, std::string text, const TextStyle& style, float width);

}  // namespace linli::kiosk
