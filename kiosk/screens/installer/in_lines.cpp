// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/installer/in_lines.h"

namespace linli::kiosk {

std::string in_lines(const std::string& text, char sign) {
    constexpr std::size_t line_max = 20;
    std::string lines, part;
    std::size_t on_line = 0;
    const auto add = [&] {
        if (on_line > 0 && on_line + part.size() > line_max) {
            lines += '\n';
            on_line = 0;
        }
        lines += part;
        on_line += part.size();
        part.clear();
    };
    for (const char letter : text) {
        part += letter;
        if (letter == sign) add();
    }
    add();
    return lines;
}

}  // namespace linli::kiosk
