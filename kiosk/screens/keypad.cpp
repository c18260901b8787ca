// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/keypad.h"

#include <algorithm>
#include <string_view>

#include "kiosk/widgets/button.h"
#include "kiosk/widgets/field.h"

namespace linli::kiosk {
namespace {

constexpr std::string_view digits = "1234567890";
constexpr float gap = 24;
constexpr float key_height_max = 128;

// A tall area has five keys across; one lower than five rows has ten.
bool wide(const Keypad& keypad) { return keypad.area.height < 480 && keypad.area.width > 1100; }
int columns_of(const Keypad& keypad) { return wide(keypad) ? 10 : 5; }
int rows_of(std::string_view signs, int columns) { return (static_cast<int>(signs.size()) + columns - 1) / columns; }

int row_count(const Keypad& keypad) {
    const int columns = columns_of(keypad);
    return rows_of(keypad.letters, columns) + rows_of(digits, columns) + 1;
}

void signs_on(Ui& ui, const Keypad& keypad, std::string_view signs, int first_row, KeyTap& tap) {
    const int columns = columns_of(keypad);
    for (int i = 0; i < static_cast<int>(signs.size()); ++i) {
        const Rect line = keypad.area.row(first_row + i / columns, row_count(keypad), gap);
        const std::string label(1, signs[static_cast<std::size_t>(i)]);
        if (key(ui, {.id = "key." + label, .rect = line.column(i % columns, columns, gap), .label = label}))
            tap = {KeyTap::Kind::sign, label.front()};
    }
}

}  // namespace

float keypad_height(const Keypad& keypad) {
    const auto rows = static_cast<float>(row_count(keypad));
    return std::min(keypad.area.height, rows * key_height_max + (rows - 1) * gap);
}

KeyTap keypad(Ui& ui, const Keypad& asked) {
    Keypad pad = asked;
    pad.area.height = keypad_height(asked);
    KeyTap tap;
    signs_on(ui, pad, pad.letters, 0, tap);
    signs_on(ui, pad, digits, rows_of(pad.letters, columns_of(pad)), tap);

    Rect foot = pad.area.row(row_count(pad) - 1, row_count(pad), gap);
    const Rect clear = foot.cut_left(pad.area.column(0, 5, gap).width, gap);
    const Rect erase = foot.cut_left(clear.width, gap);
    if (key(ui, {.id = "key.clear", .rect = clear, .label = pad.clear, .kind = Key::Kind::function}))
        tap = {KeyTap::Kind::clear, 0};
    if (key(ui, {.id = "key.erase", .rect = erase, .icon = "backspace", .kind = Key::Kind::function}))
        tap = {KeyTap::Kind::erase, 0};
    auto state = Button::State::ready;
    if (pad.state == Keypad::Action::disabled) state = Button::State::disabled;
    if (pad.state == Keypad::Action::working) state = Button::State::working;
    if (button(ui, {.id = "key.action",
                    .rect = foot,
                    .label = pad.action,
                    .icon = pad.action_icon,
                    .kind = ButtonKind::primary,
                    .state = state}))
        tap = {KeyTap::Kind::action, 0};
    return tap;
}

}  // namespace linli::kiosk
