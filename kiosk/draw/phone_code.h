// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "hall/base/result.h"

namespace linli::kiosk {

/// A QR code's modules (ISO/IEC 18004), without the white around them.
struct PhoneCode {
    int modules = 0;                  ///< in a row and in a column
    std::vector<std::uint8_t> black;  ///< 1 for black, row by row
    bool is_black(int x, int y) const {
        return black[static_cast<std::size_t>(y) * static_cast<std::size_t>(modules) + static_cast<std::size_t>(x)] !=
               0;
    }
};

/// Says that its bytes are UTF-8: without that word some readers take Chinese for Japanese.
/// Paper is folded and gets wet: the code can be read with 15 % of it lost (level M). Error: invalid_input for a text
/// that no code holds.
Result<PhoneCode> phone_code(std::string_view text);

}  // namespace linli::kiosk
