// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/priority_choices.h"

#include <algorithm>
#include <vector>

#include "kiosk/widgets/row.h"

namespace linli::kiosk {
namespace {

struct Option {
    std::string id{};
    std::string label{};
    std::string icon{};
};

struct Cell {
    int option = 0;
    int row = 0;
    enum class Span : std::uint8_t { left, right, both } span = Span::both;
};

constexpr float row_height_max = 148;
constexpr float row_height_min = 104;
// Icon, ring, paddings and the gaps between them.
constexpr float beside_label_units = 64 + 52 + 56 + 48;

std::vector<Option> options_of(Ui& ui) {
    std::vector<Option> options;
    for (const PriorityClass& priority : ui.content().priorities)
        options.push_back({priority.id, ui.in(priority.name), priority.icon});
    options.push_back({"", ui.t("confirm.none"), "person"});
    return options;
}

std::vector<Cell> pair_up(const std::vector<bool>& narrow) {
    std::vector<Cell> cells;
    int row = 0;
    for (int i = 0; i < static_cast<int>(narrow.size()); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (narrow[at] && at + 1 < narrow.size() && narrow[at + 1]) {
            cells.push_back({i, row, Cell::Span::left});
            cells.push_back({++i, row, Cell::Span::right});
        } else {
            cells.push_back({i, row, Cell::Span::both});
        }
        ++row;
    }
    return cells;
}

std::vector<Cell> plan(Ui& ui, const Rect& area, const std::vector<Option>& options) {
    const float gap = ui.theme().length("gap");
    const float room = (area.width - gap) / 2 - beside_label_units;
    const TextStyle style{.role = TextRole::list, .weight = Weight::bold};
    for (const int lines : {1, 2}) {
        std::vector<bool> narrow;
        narrow.reserve(options.size());
        for (const Option& option : options)
            narrow.push_back(ui.canvas().measure(option.label, style, room).height <=
                             static_cast<float>(lines) * ui.canvas().line(style) + 1);
        std::vector<Cell> cells = pair_up(narrow);
        const auto rows = static_cast<float>(cells.back().row + 1);
        if (lines == 2 || rows * row_height_min + (rows - 1) * gap <= area.height) return cells;
    }
    return {};
}

}  // namespace

std::optional<std::string> priority_choices(Ui& ui, const Rect& area, const std::string& chosen) {
    const std::vector<Option> options = options_of(ui);
    const std::vector<Cell> cells = plan(ui, area, options);
    const auto rows = static_cast<float>(cells.back().row + 1);
    const float room = area.height / rows;
    // Rows with a lip stand 30 apart where there is room for it.
    const float gap_y = room >= row_height_max + 30 ? 30 : ui.theme().length("gap");
    const float height = std::min(row_height_max, (area.height - (rows - 1) * gap_y) / rows);
    std::optional<std::string> tapped;
    for (const Cell& cell : cells) {
        const Option& option = options[static_cast<std::size_t>(cell.option)];
        Rect rect{area.x, area.y + static_cast<float>(cell.row) * (height + gap_y), area.width, height};
        if (cell.span != Cell::Span::both)
            rect = rect.column(cell.span == Cell::Span::left ? 0 : 1, 2, ui.theme().length("gap"));
        const auto state = option.id == chosen ? Choice::State::selected : Choice::State::rest;
        if (choice(ui, {.id = "priority." + (option.id.empty() ? "none" : option.id),
                        .rect = rect,
                        .label = option.label,
                        .icon = option.icon,
                        .state = state}))
            tapped = option.id;
    }
    return tapped;
}

}  // namespace linli::kiosk
