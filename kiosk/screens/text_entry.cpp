// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/text_entry.h"

#include <algorithm>

#include "hall/base/utf8.h"
#include "kiosk/widgets/fit.h"

namespace linli::kiosk {

TypedText::Letters TextEntry::letters(const Ui& ui) {
    return words(ui) == Words::offered ? TypedText::Letters::wait : TypedText::Letters::stand;
}

TextEntry::Event TextEntry::take_typed(Ui& ui, TypedText& typed) {
    const std::string signs = ui.take_typed();
    // Behind the time-out's dialog nobody sees what they type.
    if (ui.privacy() == Privacy::hidden) return Event::none;
    Event event = Event::none;
    for (const Character& one : characters(signs)) {
        if (one.code == U'\n') return Event::action;
        if (one.code == U'\b')
            typed.erase();
        else if (one.code == U' ')
            press(ui, {KeyTap::Kind::sign, ' '}, typed);
        else
            typed.add(one.code, letters(ui), form_.characters_max);
        event = Event::changed;
    }
    if (event == Event::changed) ui.redraw_in_ms(0);
    return event;
}

void TextEntry::read(Ui& ui, TypedText& typed) {
    // The language was changed in the midst of a word.
    if (letters(ui) == TypedText::Letters::stand && !typed.letters().empty()) typed.settle();
    if (typed.letters() == read_) return;
    read_ = typed.letters();
    reading_ = read_pinyin(read_, [&](char32_t code) { return ui.canvas().can_draw(code); });
    choice_.begin();
}

std::string TextEntry::parted(const std::string& letters, char sign) const {
    std::string shown;
    std::size_t begin = 0;
    const auto add = [&](std::size_t end) {
        std::string part = letters.substr(begin, end - begin);
        std::erase(part, '\'');
        if (!shown.empty() && !part.empty()) shown += sign;
        shown += part;
        begin = end;
    };
    for (const std::size_t end : reading_.ends) add(end);
    add(letters.size());
    return shown;
}

TextEntry::FieldEvent TextEntry::field(Ui& ui, Field field, TypedText& typed) {
    read(ui, typed);
    const bool active = field.state == Field::State::active;
    field.text = typed.text();
    field.letters = parted(typed.letters(), ' ');
    field.weight = Weight::bold;
    field.clear = active && !typed.empty() && !ui.modes().low() ? Field::Clear::offered : Field::Clear::none;
    FieldEvent event{Event::none, linli::kiosk::field(ui, field)};
    if (field.clear == Field::Clear::offered && field_clear(ui, field)) {
        typed.clear();
        event.event = Event::changed;
        ui.redraw_in_ms(0);
    }
    return event;
}

void TextEntry::reading_line(Ui& ui, const EntryPlaces& places, const TypedText& typed) const {
    Canvas& canvas = ui.canvas();
    constexpr float indent = 8;
    const bool begun = !typed.letters().empty();
    // Before the first letter the place of the words is free.
    Rect rest = (begun ? places.reading : places.reading.united(places.words.front())).inset(indent, 0);
    if (begun) {
        TextStyle style{.role = TextRole::list,
                        .tint = Role::accent,
                        .weight = Weight::bold,
                        .stand = Stand::middle,
                        .line_height = 1.2F};
        std::string text = parted(typed.letters(), '\'');
        style = fitted(canvas, text, style, {rest.width, rest.height}, TextRole::small, 1);
        text = end_that_fits(canvas, std::move(text), style, rest.width);
        rest.cut_left(canvas.text(rest, text, style).width, 24);
    }
    TextStyle style{.role = TextRole::body, .tint = Role::text_muted, .stand = Stand::middle, .line_height = 1.2F};
    const std::string words = ui.t(!begun                        ? "input.begin"
                                   : reading_.candidates.empty() ? "input.no_words"
                                                                 : "input.choose");
    const int lines = begun && !ui.modes().landscape() ? 1 : 2;
    style = fitted(canvas, words, style, {rest.width, rest.height}, TextRole::small, lines);
    const float height = std::min(static_cast<float>(lines) * canvas.line(style), rest.height);
    if (fits(canvas, words, style, {rest.width, height})) canvas.text(rest, words, style);
}

TextEntry::Event TextEntry::keys(Ui& ui, TypedText& typed) {
    read(ui, typed);
    const EntryPlaces places = entry_places(ui, words(ui));
    key_tray(ui, places.tray);
    const bool shown = ui.privacy() == Privacy::shown;
    if (shown && !places.reading.empty()) reading_line(ui, places, typed);
    if (shown && words(ui) == Words::offered)
        if (const auto word = choice_.draw(ui, places, reading_.candidates)) {
            typed.choose(word->text, word->letters);
            ui.redraw_in_ms(0);
            return Event::changed;
        }
    if (choice_.open()) return Event::none;
    return press(ui, keyboard_.keys(ui, places.keys), typed);
}

TextEntry::Event TextEntry::press(Ui& ui, const KeyTap& tap, TypedText& typed) {
    switch (tap.kind) {
        case KeyTap::Kind::none:
            return Event::none;
        case KeyTap::Kind::action:
            return Event::action;
        case KeyTap::Kind::sign:
            read(ui, typed);
            // As every input method does: the space bar takes the first word.
            if (tap.sign == ' ' && !typed.letters().empty() && !reading_.candidates.empty())
                typed.choose(reading_.candidates.front().text, reading_.candidates.front().letters);
            else
                typed.add(static_cast<unsigned char>(tap.sign), letters(ui), form_.characters_max);
            break;
        case KeyTap::Kind::erase:
            typed.erase();
            break;
        case KeyTap::Kind::clear:
            typed.clear();
            break;
    }
    ui.redraw_in_ms(0);
    return Event::changed;
}

}  // namespace linli::kiosk
