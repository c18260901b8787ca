// SPDX-License-Identifier: Apache-2.0
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/fit.h"
#include "kiosk/widgets/row.h"

namespace linli::kiosk {

namespace {

void icon_square(Canvas& canvas, const Rect& rect, float glyph, const Tile& tile) {
    const float radius = canvas.length("radius.tile");
    if (canvas.contrast() == Contrast::normal) {
        canvas.fill(rect, tile.icon_ground, radius);
        canvas.icon(rect.middle({glyph, glyph}), tile.icon, tile.icon_ink);
        return;
    }
    canvas.panel(rect, Role::background, Role::outline, canvas.length("stroke.contrast"), radius);
    canvas.icon(rect.middle({glyph, glyph}), tile.icon,
                tile.kind == Tile::Kind::primary ? Tint(Role::accent) : Tint(Role::text));
}

struct Measures {
    Size padding;
    float square, glyph, gap;
    TextRole title, text;
};

bool larger_text(const Canvas& canvas) { return canvas.icon_em(100) > 100; }

Measures measures_of(const Canvas& canvas, const Tile& tile) {
    const bool larger = larger_text(canvas);
    if (tile.form == Tile::Form::tall && larger) return {{32, 28}, 104, 64, 0, TextRole::list, TextRole::caption};
    if (tile.form == Tile::Form::tall)
        return tile.rect.height >= 390 ? Measures{{36, 36}, 120, 76, 0, TextRole::heading, TextRole::body}
                                       : Measures{{32, 28}, 104, 64, 0, TextRole::sub, TextRole::body};
    if (larger && tile.rect.height >= 160 && tile.rect.width > 500)
        return {{32, 12}, 120, 76, tile.rect.width > 700 ? 32.F : 20.F, TextRole::heading, TextRole::body};
    return {{28, 12}, tile.rect.height >= 150 ? 104.F : 80.F,  tile.rect.height >= 150 ? 64.F : 52.F,
            24,       larger ? TextRole::list : TextRole::sub, larger ? TextRole::caption : TextRole::small};
}

}  // namespace

bool tile(Ui& ui, const Tile& tile) {
    Canvas& canvas = ui.canvas();
    const bool primary = tile.kind == Tile::Kind::primary;
    const Touch touch = ui.touch(tile.id, tile.rect);
    const Rect face =
        touchable(ui, tile.rect, primary ? Ground::primary : Ground::raised, touch, canvas.length("radius.tile"));
    const Measures m = measures_of(canvas, tile);
    Rect inner = face.inset(m.padding.width, m.padding.height);
    TextStyle title{.role = m.title, .tint = primary ? Role::accent_text : Role::text, .weight = Weight::bold};
    TextStyle text{.role = m.text, .tint = primary ? Role::accent_text : Role::text_muted};
    if (tile.form == Tile::Form::tall) {
        icon_square(canvas, {inner.x, inner.y, m.square, m.square}, m.glyph, tile);
        inner.cut_top(m.square, 8);
        // A title may use some of the padding at its right before its letters get smaller.
        const float title_width = inner.width + 20;
        title = fitted(canvas, tile.title, title, {title_width, inner.height}, TextRole::small, 1);
        const float title_height = canvas.line(title);
        text = fitted(canvas, tile.text, text, {inner.width, inner.height - title_height - 8}, TextRole::caption, 2);
        float text_height = canvas.measure(tile.text, text, inner.width).height;
        // The explanation goes before the title does.
        const bool with_text = text_height + title_height + 8 <= inner.height;
        if (!with_text) text_height = 0;
        const Rect text_box = inner.cut_bottom(text_height, 8);
        const Rect title_box = inner.cut_bottom(title_height);
        canvas.text({title_box.x, title_box.y, title_width, title_height}, tile.title, title);
        if (with_text) canvas.text(text_box, tile.text, text);
        return touch.tapped;
    }
    icon_square(canvas, inner.cut_left(m.square, m.gap).middle({m.square, m.square}), m.glyph, tile);
    title.line_height = larger_text(canvas) ? 1.15F : 1.25F;
    // A short word broken in two reads worse than one a little smaller.
    const Size room{inner.width, inner.height};
    const TextStyle one_line = fitted(canvas, tile.title, title, room, TextRole::body, 1);
    const bool whole = fits(canvas, tile.title, one_line, {room.width, canvas.line(one_line) + 1});
    title = whole ? one_line : fitted(canvas, tile.title, title, room, TextRole::caption, 2);
    text.line_height = 1.3F;
    const float title_height = canvas.measure(tile.title, title, inner.width).height;
    text = fitted(canvas, tile.text, text, {inner.width, inner.height}, TextRole::caption, 1);
    const float text_height = canvas.line(text);
    const bool text_fits =
        fits(canvas, tile.text, text, {inner.width, text_height + 1}) && title_height + text_height <= inner.height;
    Rect group = inner.middle({inner.width, title_height + (text_fits ? text_height : 0)});
    canvas.text(group.cut_top(title_height), tile.title, title);
    if (text_fits) canvas.text(group, tile.text, text);
    return touch.tapped;
}

}  // namespace linli::kiosk
