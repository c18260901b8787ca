// SPDX-License-Identifier: Apache-2.0
#include "district/operator/terminal_code.h"

#include <qrencode.h>

#include <memory>

namespace linli::district {

Result<std::string> terminal_code(std::string_view text) {
    constexpr int smallest_version = 0, edge = 4;  // ISO/IEC 18004: four modules of quiet zone
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()),
                          smallest_version, QR_ECLEVEL_L),
        QRcode_free);
    if (!code) return fail(ErrorCode::invalid_input, "the text is empty or too long for a code");
    const auto black = [&](int x, int y) {
        const bool inside = x >= 0 && y >= 0 && x < code->width && y < code->width;
        return inside && (code->data[y * code->width + x] & 1) != 0;
    };
    std::string lines;
    for (int y = -edge; y < code->width + edge; y += 2) {
        lines += "\033[30;107m";
        for (int x = -edge; x < code->width + edge; ++x) {
            const bool upper = black(x, y), lower = black(x, y + 1);
            lines += upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ";
        }
        lines += "\033[0m\n";
    }
    return lines;
}

}  // namespace linli::district
