// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/letter_keyboard.h"

#include <array>
#include <string>
#include <string_view>

#include "kiosk/screens/entry_places.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/field.h"

namespace linli::kiosk {
namespace {

constexpr float gap = 24;
constexpr float margin = 24;
using Rows = std::array<std::string_view, 3>;
constexpr Rows letter_rows{"qwertyuiop", "asdfghjkl", "zxcvbnm"};
constexpr Rows capital_rows{"QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"};
constexpr Rows digit_rows{"12345", "67890", ""};
constexpr Rows exact_digit_rows{"12345", "67890", "-_:"};

void sign_keys(Ui& ui, const Rect& first, std::string_view signs, KeyTap& tap) {
    Rect rect = first;
    for (const char sign : signs) {
        const std::string label(1, sign);
        if (key(ui, {.id = "key." + label, .rect = rect, .label = label})) tap = {KeyTap::Kind::sign, sign};
        rect.x += rect.width + gap;
    }
}

void function_key(Ui& ui, const char* id, const Rect& rect, const char* label, KeyTap::Kind kind, KeyTap& tap) {
    if (key(ui, {.id = id, .rect = rect, .label = ui.t(label), .kind = Key::Kind::function})) tap = {kind, ' '};
}

void erase_key(Ui& ui, const Rect& rect, KeyTap& tap) {
    if (key(ui, {.id = "key.erase", .rect = rect, .icon = "backspace", .kind = Key::Kind::function}))
        tap = {KeyTap::Kind::erase, 0};
}

}  // namespace

std::string_view LetterKeyboard::signs(int row) const {
    const Rows& digits = form_.signs == Signs::exact ? exact_digit_rows : digit_rows;
    const Rows& rows = page_ == Page::letters ? letter_rows : page_ == Page::capitals ? capital_rows : digits;
    return rows[static_cast<std::size_t>(row)];
}

Rect LetterKeyboard::tray(Ui& ui) { return entry_places(ui, Words::none).tray; }

KeyTap LetterKeyboard::draw(Ui& ui, const Rect& tray) {
    key_tray(ui, tray);
    return keys(ui, tray.inset(margin, margin));
}

void LetterKeyboard::page_key(Ui& ui, const Rect& rect) {
    if (!key(ui, {.id = "key.page",
                  .rect = rect,
                  .label = ui.t(on_letters() ? "search.digits" : "search.letters"),
                  .kind = Key::Kind::function}))
        return;
    page_ = on_letters() ? Page::digits : Page::letters;
    ui.redraw_in_ms(0);
}

void LetterKeyboard::wide_key(Ui& ui, const Rect& rect, KeyTap& tap) {
    if (form_.signs == Signs::words)
        return function_key(ui, "key.space", rect, "search.space", KeyTap::Kind::sign, tap);
    const bool capitals = page_ == Page::capitals;
    if (!key(ui, {.id = "key.case",
                  .rect = rect,
                  .label = ui.t(capitals ? "keyboard.small" : "keyboard.capitals"),
                  .kind = Key::Kind::function}))
        return;
    page_ = capitals ? Page::letters : Page::capitals;
    ui.redraw_in_ms(0);
}

void LetterKeyboard::action_key(Ui& ui, const Rect& rect, KeyTap& tap) const {
    const auto state = form_.state == Keypad::Action::ready      ? Button::State::ready
                       : form_.state == Keypad::Action::disabled ? Button::State::disabled
                                                                 : Button::State::working;
    if (button(ui, {.id = "key.find",
                    .rect = rect,
                    .label = ui.t(form_.action),
                    .icon = form_.icon,
                    .kind = ButtonKind::primary,
                    .state = state}))
        tap = {KeyTap::Kind::action, 0};
}

KeyTap LetterKeyboard::portrait(Ui& ui, Rect keys) {
    const float width = keys.column(0, 10, gap).width;
    const float sign_width = on_letters() ? width : keys.column(0, 5, gap).width;
    KeyTap tap;
    for (int i = 0; i < 2; ++i) {
        const Rect line = keys.row(i, 4, gap);
        const std::string_view row = signs(i);
        const auto count = static_cast<float>(row.size());
        const float used = count * sign_width + (count - 1) * gap;
        sign_keys(ui, {line.x + (line.width - used) / 2, line.y, sign_width, line.height}, row, tap);
    }
    Rect third = keys.row(2, 4, gap);
    const float side = (third.width - 7 * width - 8 * gap) / 2;
    page_key(ui, third.cut_left(side, gap));
    erase_key(ui, third.cut_right(side, gap), tap);
    if (const std::string_view row = signs(2); !row.empty()) {
        const float wide = on_letters() ? width : third.column(0, static_cast<int>(row.size()), gap).width;
        sign_keys(ui, {third.x, third.y, wide, third.height}, row, tap);
    }
    Rect foot = keys.row(3, 4, gap);
    function_key(ui, "key.clear", foot.cut_left(186, gap), "search.clear", KeyTap::Kind::clear, tap);
    action_key(ui, foot.cut_right(291, gap), tap);
    wide_key(ui, foot, tap);
    return tap;
}

KeyTap LetterKeyboard::landscape(Ui& ui, Rect keys) {
    // Letters stand left as on any keyboard; what works on the whole word stands in a block at the right.
    Rect block = keys;
    Rect left = block.cut_left(keys.column(0, 13, gap).width * 10 + 9 * gap, gap);
    const float width = left.column(0, 10, gap).width;
    const float sign_width = on_letters() ? width : left.column(0, 5, gap).width;
    KeyTap tap;
    for (int i = 0; i < 3; ++i) {
        const Rect line = left.row(i, 3, gap);
        const float shift = on_letters() ? static_cast<float>(i) * (width + gap) / 2 : 0;
        const float wide = i == 2 && !on_letters() ? width : sign_width;
        sign_keys(ui, {line.x + shift, line.y, wide, line.height}, signs(i), tap);
    }
    const Rect third = left.row(2, 3, gap);
    Rect space = third;
    if (on_letters())
        space.cut_left(8 * (width + gap));
    else
        space.cut_left(static_cast<float>(signs(2).size()) * (width + gap));
    wide_key(ui, space, tap);

    const Rect top = block.row(0, 3, gap);
    const Rect middle = block.row(1, 3, gap);
    erase_key(ui, top, tap);
    function_key(ui, "key.clear", middle.column(0, 2, gap), "search.clear", KeyTap::Kind::clear, tap);
    page_key(ui, middle.column(1, 2, gap));
    action_key(ui, block.row(2, 3, gap), tap);
    return tap;
}

}  // namespace linli::kiosk
