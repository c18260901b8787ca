// SPDX-License-Identifier: Apache-2.0
#include <imgui.h>

#include <array>
#include <cmath>

#include "hall/base/utf8.h"
#include "kiosk/draw/canvas.h"
#include "kiosk/draw/fonts.h"
#include "kiosk/draw/text_block.h"

namespace linli::kiosk {

namespace {

std::array<Span, 1> one_span(std::string_view text, const TextStyle& style) {
    return {Span{std::string(text), style.weight, style.tint}};
}

}  // namespace

float Canvas::line(const TextStyle& style) const {
    return style.line_height > 0 ? em(style.role) * style.line_height : line(style.role);
}

bool Canvas::can_draw(char32_t character) const { return fonts_.has(character); }

TextBlock Canvas::lay_out(std::span<const Span> spans, const TextStyle& style, float width) const {
    return TextBlock(spans, fonts_, record_.new_glyphs, px(em(style.role)) * Fonts::line_per_em, px(line(style)),
                     px(width));
}

Size Canvas::measure(std::string_view text, const TextStyle& style, float width) const {
    return measure(one_span(text, style), style, width);
}

Size Canvas::measure(std::span<const Span> spans, const TextStyle& style, float width) const {
    const TextBlock block = lay_out(spans, style, width);
    return {block.width_px() / projection_.scale, block.height_px() / projection_.scale};
}

Size Canvas::measure_marked(std::string_view marked_text, const TextStyle& style, float width) const {
    return measure(spans_of(marked_text, style), style, width);
}

Size Canvas::text(const Rect& box, std::string_view text, const TextStyle& style) {
    return this->text(box, one_span(text, style), style);
}

Size Canvas::marked(const Rect& box, std::string_view marked_text, const TextStyle& style) {
    return text(box, spans_of(marked_text, style), style);
}

Size Canvas::text(const Rect& box, std::span<const Span> spans, const TextStyle& style) {
    const TextBlock block = lay_out(spans, style, box.width);
    const float scale = projection_.scale;
    const Size size{block.width_px() / scale, block.height_px() / scale};
    float top = box.y;
    if (style.stand == Stand::middle) top += (box.height - size.height) / 2;
    if (style.stand == Stand::bottom) top += box.height - size.height;

    LayoutRecord::Text note{.text = block.text(),
                            .box = box,
                            .ink = {},
                            .tint = style.tint,
                            .role = style.role,
                            .em = em(style.role),
                            .other_tints = {},
                            .missing = block.missing(),
                            .heard = style.heard,
                            .order = record_.next_order++};
    for (const Span& span : spans)
        if (!(span.tint == style.tint)) note.other_tints.push_back(span.tint);

    // Within its line box a glyph row stands in the middle, as CSS sets it.
    float y = px_y(top) + std::round((block.line_px() - block.size_px()) / 2);
    for (const TextBlock::Line& line : block.lines()) {
        float x = px_x(box.x);
        if (style.align == Align::centre) x += std::round((px(box.width) - line.width) / 2);
        if (style.align == Align::right) x += std::round(px(box.width) - line.width);
        for (const TextBlock::Run& run : line.runs) {
            list_.AddText(run.font, block.size_px(), {x + run.x, std::round(y)}, ink(run.tint), run.text.data(),
                          run.text.data() + run.text.size());
            if (run.ink_right <= run.ink_left) continue;
            const Point from = projection_.to_units(x + run.x + run.ink_left, y + run.ink_top);
            const Point to = projection_.to_units(x + run.x + run.ink_right, y + run.ink_bottom);
            note.ink = note.ink.united({from.x, from.y, to.x - from.x, to.y - from.y});
        }
        y += block.line_px();
    }
    if (!block.text().empty()) record_.texts.push_back(std::move(note));
    return size;
}

void Canvas::icon(const Rect& box, std::string_view name, Tint tint) {
    const float side = std::min(box.width, box.height);
    const Rect square = box.middle({side, side});
    const float size_px = std::round(px(side));
    const std::string glyph = utf8_of(theme_.icon(name));
    ImFontBaked* baked = fonts_.icons()->GetFontBaked(size_px);
    const bool found = theme_.has_icon(name) && baked->FindGlyphNoFallback(theme_.icon(name)) != nullptr;
    list_.AddText(fonts_.icons(), size_px, {px_x(square.x), px_y(square.y)}, ink(tint), glyph.data(),
                  glyph.data() + glyph.size());
    record_.icons.push_back({std::string(name), square, tint, record_.next_order++, found});
}

}  // namespace linli::kiosk
