// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/draw/geometry.h"

namespace linli::kiosk {

/// Which way something lies, as people say it. In text keys "installer.touch.way.<name>".
enum class Way : std::uint8_t { right, lower_right, down, lower_left, left, upper_left, up, upper_right };
const char* name_of(Way way);
/// Of two points; nothing sensible where they are the same.
Way way_from(Point from, Point to);

/// What the five touches of the touch test say about the panel: what explains where they landed, and the numbers that
/// mend it. The touch page and the installer's list put it into words.
struct TouchFinding {
    /// In text keys "installer.touch.fault.<name>" and "….mend".
    enum class Fault : std::uint8_t {
        none,
        mirrored_across,  ///< left is right
        mirrored_down,    ///< top is bottom
        turned_half,      ///< both
        turned_right,     ///< the picture was turned, the touch panel was not
        turned_left,
        swapped,       ///< across is down
        swapped_half,  ///< and both are the wrong way round
        shifted,       ///< all by the same
        stretched,     ///< the more the nearer to the edge
        irregular
    } fault = Fault::none;
    Way way = Way::right;  ///< of what is shifted
    /// What makes it right, as LIBINPUT_CALIBRATION_MATRIX wants it, over the whole panel: x = a·x + b·y + c, then y.
    std::optional<std::array<float, 6>> matrix{};
};
const char* name_of(TouchFinding::Fault fault);

/// `panel` is the whole panel in units: larger than `space` where the picture has a border. Fewer touches than marks
/// find nothing.
TouchFinding touch_finding(Size space, Size panel, const std::vector<Point>& touches);

/// "0   1   0\n1   0   0": wide enough apart to be copied by hand.
std::string matrix_text(const std::array<float, 6>& matrix);

}  // namespace linli::kiosk
