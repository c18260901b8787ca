// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/text_style.h"

namespace linli::kiosk {

std::vector<Span> spans_of(std::string_view marked, const TextStyle& style) {
    std::vector<Span> spans;
    bool bold = false;
    while (true) {
        const std::size_t star = marked.find('*');
        if (const auto piece = marked.substr(0, star); !piece.empty())
            spans.push_back({std::string(piece), bold ? Weight::bold : style.weight, style.tint});
        if (star == std::string_view::npos) return spans;
        bold = !bold;
        marked.remove_prefix(star + 1);
    }
}

}  // namespace linli::kiosk
