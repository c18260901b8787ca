// SPDX-License-Identifier: Apache-2.0
#include "kiosk/widgets/button.h"

#include "kiosk/widgets/fit.h"

namespace linli::kiosk {

namespace {

struct Colours {
    Role inside, outline, lip;
    float stroke;
};

Colours colours_of(const Canvas& canvas, Ground ground, const Touch& touch) {
    const float line = canvas.length("stroke.line");
    switch (ground) {
        case Ground::primary:
            return touch.pressed ? Colours{Role::accent_pressed, Role::accent_pressed, Role::accent_pressed, line}
                                 : Colours{Role::accent, Role::accent, Role::accent_pressed, line};
        case Ground::selected:
            return {Role::accent_soft, Role::accent, Role::lip, canvas.length("stroke.focus")};
        case Ground::disabled:
            return {Role::surface_sunk, Role::outline, Role::lip, line};
        case Ground::strong:
            return {touch.pressed ? Role::accent_soft : Role::surface_raised, Role::outline_strong, Role::lip, line};
        case Ground::raised:
            break;
    }
    return {touch.pressed ? Role::accent_soft : Role::surface_raised, Role::outline, Role::lip, line};
}

struct Label {
    std::string text;
    TextStyle style;
    std::string icon;
    Tint icon_tint;
    float icon_em = 52;
    Button::IconSide side = Button::IconSide::left;
};

// Two lines of about the same length read better than one full and one nearly empty.
Size balanced(const Canvas& canvas, const std::string& text, const TextStyle& style, float width) {
    constexpr float step = 8;
    Size best = canvas.measure(text, style, width);
    if (best.height <= canvas.line(style) + 1) return best;
    float narrower = best.width - step;
    while (narrower > best.width / 3) {
        const Size size = canvas.measure(text, style, narrower);
        if (size.height > best.height + 1 || size.width > narrower + 1) break;
        best = size;
        narrower -= step;
    }
    return best;
}

// Icon and label as one group in the middle; the label takes two lines before its letters get smaller.
void draw_label(Canvas& canvas, const Rect& rect, Label label) {
    if (label.text.empty())
        return canvas.icon(rect.middle({label.icon_em, label.icon_em}), label.icon, label.icon_tint);
    constexpr float gap = 16, padding = 20;
    const float icon_width = label.icon.empty() ? 0 : label.icon_em + gap;
    const Size room{rect.width - 2 * padding - icon_width, rect.height - 8};
    label.style.line_height = 1.2F;
    const TextStyle one = fitted(canvas, label.text, label.style, room, TextRole::caption, 1);
    const TextStyle two = fitted(canvas, label.text, label.style, room, TextRole::caption, 2);
    TextStyle style = one.role == label.style.role ? one : two;
    const Size text = balanced(canvas, label.text, style, room.width);
    Rect group = rect.middle({text.width + icon_width, std::max(text.height, label.icon_em)});
    if (!label.icon.empty()) {
        const Rect icon = label.side == Button::IconSide::left ? group.cut_left(label.icon_em, gap)
                                                               : group.cut_right(label.icon_em, gap);
        canvas.icon(icon, label.icon, label.icon_tint);
    }
    style.stand = Stand::middle;
    style.align = Align::centre;
    // One unit of slack: the group's width is the measured one, rounding must not wrap it anew.
    canvas.text(group.inset(-1, 0), label.text, style);
}

void draw_disabled(Canvas& canvas, const Rect& rect, const Button& button) {
    TextStyle reason{.role = TextRole::small, .tint = Role::text_disabled, .align = Align::centre, .line_height = 1.2F};
    reason = fitted(canvas, button.reason, reason, {rect.width - 32, rect.height}, TextRole::caption, 1);
    const float below = canvas.measure(button.reason, reason, rect.width - 32).height;
    const float label_height =
        std::min(rect.height - below - 12, std::max(canvas.em(button.role) * 1.3F, canvas.icon_em(44)));
    Rect group = rect.middle({rect.width, label_height + 4 + below});
    draw_label(canvas, group.cut_top(label_height, 4),
               {.text = button.label,
                .style = {.role = button.role, .tint = Role::text_disabled, .weight = Weight::bold},
                .icon = button.icon,
                .icon_tint = Role::text_disabled,
                .icon_em = canvas.icon_em(44)});
    canvas.text(group.inset(16, 0), button.reason, reason);
}

}  // namespace

Rect touchable(Ui& ui, const Rect& rect, Ground ground, const Touch& touch, float radius) {
    Canvas& canvas = ui.canvas();
    const Colours colours = colours_of(canvas, ground, touch);
    const float lip = canvas.length("lip");
    const bool flat = ground == Ground::selected || ground == Ground::disabled;
    Rect face = rect;
    if (touch.pressed)
        face = rect.moved(0, lip);
    else if (!flat && canvas.contrast() == Contrast::normal)
        canvas.fill({rect.x, rect.bottom() - radius - 2, rect.width, radius + 2 + lip}, colours.lip, radius,
                    Corners::bottom);
    canvas.panel(face, colours.inside, colours.outline, colours.stroke, radius);
    return face;
}

bool button(Ui& ui, const Button& button) {
    Canvas& canvas = ui.canvas();
    const float radius = canvas.length("radius.button");
    const bool working = button.state == Button::State::working;
    const bool ready = button.state == Button::State::ready && button.reason.empty();
    const auto state = ready ? LayoutRecord::Target::enabled : LayoutRecord::Target::disabled;
    const Touch touch = ui.touch(button.id, button.rect, state);
    if (!button.spoken.empty()) canvas.record().speak_of(button.id, button.spoken);
    const bool primary = button.kind == ButtonKind::primary;
    const Ground ground = !ready ? Ground::disabled : primary ? Ground::primary : Ground::strong;
    const Rect face = touchable(ui, button.rect, ground, touch, radius);
    if (!button.reason.empty()) {
        draw_disabled(canvas, face, button);
        return false;
    }
    const Role text = !ready ? Role::text_disabled : primary ? Role::accent_text : Role::text;
    const Role icon = !ready ? Role::text_disabled : primary ? Role::accent_text : Role::accent;
    draw_label(canvas, face,
               {.text = working ? ui.t("please_wait") : button.label,
                .style = {.role = button.role, .tint = text, .weight = Weight::bold},
                .icon = working ? "hourglass_top" : button.icon,
                .icon_tint = icon,
                .icon_em = canvas.icon_em(button.role >= TextRole::heading ? 72 : 52),
                .side = button.icon_side});
    return touch.tapped;
}

}  // namespace linli::kiosk
