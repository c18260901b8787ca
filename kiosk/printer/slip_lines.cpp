// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/slip_lines.h"

#include <linebreak.h>

#include <cmath>

#include "hall/base/utf8.h"

namespace linli::kiosk {

namespace {

constexpr float rounding = 0.01F;

bool opens_bracket(char32_t code) { return code == U'(' || code == U'\uFF08'; }

BrokenLine line_of(std::string_view words, const std::vector<Character>& all, std::size_t begin, std::size_t end,
                   const CharacterWidth& width_of) {
    while (end > begin && all[end - 1].code == ' ') --end;
    BrokenLine line;
    if (end == begin) return line;
    line.words = words.substr(all[begin].begin, all[end - 1].end - all[begin].begin);
    for (std::size_t i = begin; i < end; ++i) line.width += width_of(all[i].code);
    return line;
}

// What stands in brackets at the end comes to a line of its own where it would be torn and has room there: from which
// character on.
std::size_t bracket_at_end(const std::vector<Character>& all, const CharacterWidth& width_of, float room) {
    float width = 0;
    for (std::size_t i = all.size(); i-- > 1;) {
        width += width_of(all[i].code);
        if (width > room + rounding) break;
        if (opens_bracket(all[i].code)) return i;
    }
    return all.size();
}

}  // namespace

std::vector<BrokenLine> broken_lines(std::string_view words, const CharacterWidth& width_of, float room) {
    const std::vector<Character> all = characters(words);
    std::vector<char> breaks(words.size() + 1, LINEBREAK_NOBREAK);
    set_linebreaks_utf8(reinterpret_cast<const utf8_t*>(words.data()), words.size(), "zh", breaks.data());
    std::vector<BrokenLine> lines;
    const std::size_t bracket = bracket_at_end(all, width_of, room);
    std::size_t begin = 0, may_break = 0;
    float width = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const float own = width_of(all[i].code);
        if (all[i].code != ' ' && width + own > room + rounding && i > begin) {
            std::size_t end = may_break > begin ? may_break : i;
            if (bracket > begin && bracket < end) end = bracket;
            lines.push_back(line_of(words, all, begin, end, width_of));
            begin = end;
            width = 0;
            for (std::size_t k = begin; k < i; ++k) width += width_of(all[k].code);
        }
        width += own;
        if (breaks[all[i].end - 1] == LINEBREAK_ALLOWBREAK) may_break = i + 1;
    }
    if (begin < all.size() || all.empty()) lines.push_back(line_of(words, all, begin, all.size(), width_of));
    return lines;
}

std::vector<BrokenLine> balanced_lines(std::string_view words, const CharacterWidth& width_of, float room) {
    std::vector<BrokenLine> best = broken_lines(words, width_of, room);
    if (best.size() < 2) return best;
    // The narrowest room that needs no more lines.
    float too_narrow = 0, enough = room;
    while (enough - too_narrow > 1) {
        const float middle = (too_narrow + enough) / 2;
        auto tried = broken_lines(words, width_of, middle);
        if (tried.size() > best.size()) {
            too_narrow = middle;
        } else {
            enough = middle;
            best = std::move(tried);
        }
    }
    return best;
}

}  // namespace linli::kiosk
