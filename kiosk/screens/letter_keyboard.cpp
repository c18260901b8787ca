// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/letter_keyboard.h"

#include <array>
#include <string>
#include <string_view>

#include "kiosk/widgets/button.h"
#include "kiosk/widgets/field.h"

namespace linli::kiosk {
namespace {

constexpr float gap = 24;
constexpr float margin = 24;
constexpr std::array<std::string_view, 3> letter_rows{"qwertyuiop", "asdfghjkl", "zxcvbnm"};
constexpr std::array<std::string_view, 3> digit_rows{"12345", "67890", ""};

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

void find_key(Ui& ui, const Rect& rect, KeyTap& tap) {
    if (button(ui, {.id = "key.find",
                    .rect = rect,
                    .label = ui.t("search.find"),
                    .icon = "search",
                    .kind = ButtonKind::primary}))
        tap = {KeyTap::Kind::action, 0};
}

}  // namespace

float LetterKeyboard::tray_height(const Ui& ui) {
    const int rows = ui.modes().landscape() ? 3 : 4;
    const float height = ui.modes().landscape() ? 100.F : ui.theme().length("field");
    return static_cast<float>(rows) * height + static_cast<float>(rows - 1) * gap + 2 * margin;
}

KeyTap LetterKeyboard::draw(Ui& ui, const Rect& tray) {
    key_tray(ui, tray);
    const Rect keys = tray.inset(margin, margin);
    return ui.modes().landscape() ? landscape(ui, keys) : portrait(ui, keys);
}

bool LetterKeyboard::page_key(Ui& ui, const Rect& rect) {
    const bool letters = page_ == Page::letters;
    if (!key(ui, {.id = "key.page",
                  .rect = rect,
                  .label = ui.t(letters ? "search.digits" : "search.letters"),
                  .kind = Key::Kind::function}))
        return false;
    page_ = letters ? Page::digits : Page::letters;
    ui.redraw_in_ms(0);
    return true;
}

KeyTap LetterKeyboard::portrait(Ui& ui, Rect keys) {
    const auto& signs = page_ == Page::letters ? letter_rows : digit_rows;
    const float width = keys.column(0, 10, gap).width;
    const float sign_width = page_ == Page::letters ? width : keys.column(0, 5, gap).width;
    KeyTap tap;
    for (int i = 0; i < 2; ++i) {
        const Rect line = keys.row(i, 4, gap);
        const std::string_view row = signs[static_cast<std::size_t>(i)];
        const auto count = static_cast<float>(row.size());
        const float used = count * sign_width + (count - 1) * gap;
        sign_keys(ui, {line.x + (line.width - used) / 2, line.y, sign_width, line.height}, row, tap);
    }
    Rect third = keys.row(2, 4, gap);
    const float side = (third.width - 7 * width - 8 * gap) / 2;
    page_key(ui, third.cut_left(side, gap));
    erase_key(ui, third.cut_right(side, gap), tap);
    if (page_ == Page::letters) sign_keys(ui, {third.x, third.y, width, third.height}, letter_rows[2], tap);

    Rect foot = keys.row(3, 4, gap);
    function_key(ui, "key.clear", foot.cut_left(186, gap), "search.clear", KeyTap::Kind::clear, tap);
    find_key(ui, foot.cut_right(291, gap), tap);
    function_key(ui, "key.space", foot, "search.space", KeyTap::Kind::sign, tap);
    return tap;
}

KeyTap LetterKeyboard::landscape(Ui& ui, Rect keys) {
    // Letters stand left as on any keyboard; what works on the whole word stands in a block at the right.
    Rect block = keys;
    Rect left = block.cut_left(keys.column(0, 13, gap).width * 10 + 9 * gap, gap);
    const auto& signs = page_ == Page::letters ? letter_rows : digit_rows;
    const float width = left.column(0, 10, gap).width;
    const float sign_width = page_ == Page::letters ? width : left.column(0, 5, gap).width;
    KeyTap tap;
    for (int i = 0; i < 3; ++i) {
        const Rect line = left.row(i, 3, gap);
        const float shift = page_ == Page::letters ? static_cast<float>(i) * (width + gap) / 2 : 0;
        sign_keys(ui, {line.x + shift, line.y, sign_width, line.height}, signs[static_cast<std::size_t>(i)], tap);
    }
    Rect third = left.row(2, 3, gap);
    Rect space = third;
    if (page_ == Page::letters) space.cut_left(8 * (width + gap));
    function_key(ui, "key.space", space, "search.space", KeyTap::Kind::sign, tap);

    const Rect top = block.row(0, 3, gap);
    const Rect middle = block.row(1, 3, gap);
    erase_key(ui, top, tap);
    function_key(ui, "key.clear", middle.column(0, 2, gap), "search.clear", KeyTap::Kind::clear, tap);
    page_key(ui, middle.column(1, 2, gap));
    find_key(ui, block.row(2, 3, gap), tap);
    return tap;
}

}  // namespace linli::kiosk
