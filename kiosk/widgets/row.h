// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "kiosk/app/ui.h"
#include "kiosk/draw/text_style.h"

namespace linli::kiosk {

/// Why what a row offers cannot be had now.
struct ClosedRow {
    std::string words{};  ///< "暂停办理"; empty for a row as usual
    std::string whole{};  ///< the same with the reason, where there is room for it
};

/// One row of a list: title bold, a muted line below, a badge or icon left if wanted, a chevron right.
struct Row {
    std::string id{};
    Rect rect{};
    std::string title{};
    std::vector<Span> title_spans{};  ///< instead of title, where parts stand out
    std::string note{};               ///< dropped before the title where there is no room
    std::string mark{};               ///< a small muted icon before the chevron; empty for none
    char badge = 0;                   ///< a line's letter; 0 for none
    ClosedRow closed{};               ///< stands in the note's place; touching the row still tells more
};
bool row(Ui& ui, const Row& row);
/// A title with the bytes that matched a query, counted in Chinese, made to stand out.
std::vector<Span> matched_title(const Ui& ui, const std::string& title, std::size_t begin, std::size_t end);
/// How high rows are in this mode (136; 176 when larger).
float row_height(const Ui& ui);

/// A department line: badge, name, gloss. Selected: accent.
struct LineTab {
    std::string id{};
    Rect rect{};
    char letter = 'A';
    std::string name{};
    std::string gloss{};
    enum class State : std::uint8_t { rest, selected } state = State::rest;
};
bool line_tab(Ui& ui, const LineTab& tab);

/// One of several: icon, label, ring or check at the right.
struct Choice {
    std::string id{};
    Rect rect{};
    std::string label{};
    std::string icon{};
    enum class State : std::uint8_t { rest, selected } state = State::rest;
};
bool choice(Ui& ui, const Choice& choice);

/// A home tile: icon square, title, explanation.
struct Tile {
    std::string id{};
    Rect rect{};
    std::string title{};
    std::string text{};
    std::string icon{};
    Tint icon_ink = Role::accent_text;
    Tint icon_ground = Role::accent_pressed;
    enum class Kind : std::uint8_t { plain, primary } kind = Kind::plain;
    enum class Form : std::uint8_t { tall, flat } form = Form::tall;  ///< flat: icon left of the text
};
bool tile(Ui& ui, const Tile& tile);

}  // namespace linli::kiosk
