// SPDX-License-Identifier: Apache-2.0
#include "kiosk/widgets/field.h"

#include "kiosk/widgets/button.h"
#include "kiosk/widgets/fit.h"

namespace linli::kiosk {

namespace {

Role edge_of(Field::State state) {
    switch (state) {
        case Field::State::active:
            return Role::accent;
        case Field::State::right:
            return Role::success;
        case Field::State::wrong:
            return Role::danger;
        case Field::State::rest:
            break;
    }
    return Role::outline_strong;
}

std::string dots_for(const std::string& text) {
    std::string dots;
    for (const char byte : text)
        if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) dots += "●";
    return dots;
}

// Draws what is typed; gives where the next sign will stand.
float typed(Ui& ui, const Field& field, Rect inner) {
    Canvas& canvas = ui.canvas();
    const bool hidden = ui.privacy() == Privacy::hidden;
    TextStyle style{.role = TextRole::list, .weight = field.weight, .stand = Stand::middle, .line_height = 1.2F};
    TextStyle under = style;
    under.weight = Weight::regular;
    const float room = inner.width - 16;
    const std::string letters = end_that_fits(canvas, hidden ? dots_for(field.letters) : field.letters, under, room);
    const float letters_width = letters.empty() ? 0 : canvas.measure(letters, under).width;
    const float before = letters.empty() || field.text.empty() ? 0 : canvas.em(style.role) / 4;
    const std::string text =
        end_that_fits(canvas, hidden ? dots_for(field.text) : field.text, style, room - letters_width - before);
    if (!text.empty()) inner.cut_left(canvas.text(inner, text, style).width, before);
    if (letters.empty()) return inner.x + 4;
    canvas.text(inner, letters, under);
    const float line = inner.y + inner.height / 2 + canvas.em(style.role) * 0.58F;
    canvas.fill({inner.x, line, letters_width, canvas.length("stroke.strong")}, Role::accent);
    return inner.x + letters_width + 8;
}

float hint(Ui& ui, const Field& field, const Rect& inner) {
    TextStyle style{.role = TextRole::list, .tint = Role::text_muted, .stand = Stand::middle, .line_height = 1.2F};
    Rect rect = inner;
    if (field.state == Field::State::active) rect.cut_left(4, 12);
    style = fitted(ui.canvas(), field.hint, style, {rect.width, rect.height}, TextRole::caption, 2);
    ui.canvas().text(rect, field.hint, style);
    return inner.x;
}

}  // namespace

bool field(Ui& ui, const Field& field) {
    Canvas& canvas = ui.canvas();
    Touch touch;
    if (field.tap == Field::Tap::tappable) touch = ui.touch(field.id, field.rect);
    const float stroke = canvas.length(field.state == Field::State::active ? "stroke.focus" : "stroke.strong");
    canvas.panel(field.rect, touch.pressed ? Role::accent_soft : Role::surface_raised, edge_of(field.state), stroke,
                 canvas.length("radius.button"));
    Rect inner = field.rect.inset(32, 6);
    if (!field.icon.empty()) canvas.icon(inner.cut_left(canvas.icon_em(48), 16), field.icon, Role::accent);
    if (field.state == Field::State::right || field.state == Field::State::wrong)
        canvas.icon(inner.cut_right(48, 12), field.state == Field::State::right ? "check_circle" : "error",
                    edge_of(field.state));
    if (field.clear == Field::Clear::offered) inner.cut_right(field.rect.height - 32);
    const float caret = field.text.empty() && field.letters.empty() ? hint(ui, field, inner) : typed(ui, field, inner);
    if (field.state == Field::State::active)
        canvas.fill({caret, inner.y + (inner.height - 56) / 2, 4, 56}, Role::accent);
    return touch.tapped;
}

bool field_clear(Ui& ui, const Field& field) {
    Canvas& canvas = ui.canvas();
    Rect rest = field.rect;
    const Rect rect = rest.cut_right(field.rect.height);
    const std::string id = field.id + "_clear";
    const Touch touch = ui.touch(id, rect);
    canvas.record().speak_of(id, ui.t("input.clear"));
    const float em = canvas.icon_em(48);
    const Rect place = rect.middle({em, em});
    if (touch.pressed) canvas.disc(rect.centre(), em * 0.75F, Role::accent_soft);
    canvas.icon(place, "close", Role::text_muted);
    return touch.tapped;
}

float field_message(Ui& ui, const Rect& rect, Field::State state, const std::string& text) {
    Canvas& canvas = ui.canvas();
    const bool wrong = state == Field::State::wrong, right = state == Field::State::right;
    const Role ink = wrong ? Role::danger : right ? Role::success : Role::text_muted;
    const float em = canvas.icon_em(40);
    const TextStyle style{.role = TextRole::small, .tint = ink};
    const float width = rect.width - em - 12;
    const float height = std::max(canvas.measure(text, style, width).height, em);
    canvas.icon({rect.x, rect.y + (canvas.line(TextRole::small) - em) / 2, em, em},
                wrong   ? "error"
                : right ? "check_circle"
                        : "info",
                ink);
    canvas.text({rect.x + em + 12, rect.y, width, height}, text, style);
    return height;
}

bool key(Ui& ui, const Key& key) {
    Canvas& canvas = ui.canvas();
    const bool ready = key.state == Key::State::ready;
    const Touch touch =
        ui.touch(key.id, key.rect, ready ? LayoutRecord::Target::enabled : LayoutRecord::Target::disabled,
                 LayoutRecord::TargetKind::key);
    const bool action = key.kind == Key::Kind::action;
    const Ground ground = !ready ? Ground::disabled : action ? Ground::primary : Ground::raised;
    const Rect face = touchable(ui, key.rect, ground, touch, canvas.length("radius.key"));
    const Role ink = !ready ? Role::text_disabled : action ? Role::accent_text : Role::text;
    if (!key.icon.empty()) {
        const float em = std::min({canvas.icon_em(52), face.width - 12, face.height - 12});
        canvas.icon(face.middle({em, em}), key.icon, ink);
        return touch.tapped;
    }
    TextStyle style{.role = key.kind == Key::Kind::letter ? TextRole::sub
                            : action                      ? TextRole::list
                                                          : TextRole::body,
                    .tint = ink,
                    .weight = key.kind == Key::Kind::letter ? Weight::regular : Weight::bold,
                    .align = Align::centre,
                    .stand = Stand::middle,
                    .line_height = 1.1F};
    style = fitted(canvas, key.label, style, {face.width - 16, face.height - 8}, TextRole::caption, 1);
    canvas.text(face.inset(4), key.label, style);
    return touch.tapped;
}

void key_tray(Ui& ui, const Rect& rect) {
    ui.canvas().fill(rect, Role::surface_sunk);
    ui.canvas().rule({rect.x, rect.y, rect.width, 0});
}

}  // namespace linli::kiosk
