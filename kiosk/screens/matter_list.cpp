// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/matter_list.h"

#include <algorithm>

#include "kiosk/screens/pause.h"
#include "kiosk/widgets/row.h"

namespace linli::kiosk {
namespace {

// What a row needs beside its title: paddings, chevron and the gaps between.
constexpr float row_extra_units = 140;

int columns_for(Ui& ui, const Rect& area, const std::vector<const Matter*>& matters) {
    const float gap = ui.theme().length("gap");
    const float width = (area.width - gap) / 2 - row_extra_units;
    if (width < 360) return 1;
    const bool fits = std::all_of(matters.begin(), matters.end(), [&](const Matter* matter) {
        const TextStyle style{.role = TextRole::list, .weight = Weight::bold};
        return ui.canvas().measure(ui.in(matter->name), style).width <= width;
    });
    return fits ? 2 : 1;
}

}  // namespace

std::vector<const Matter*> matters_of(const HallContent& content, char line) {
    std::vector<const Matter*> matters;
    for (const Matter& matter : content.matters)
        if (matter.line == line) matters.push_back(&matter);
    return matters;
}

float list_cell_height(const Ui& ui) {
    // Four rows must find room between the middle of the screen and the bar.
    if (ui.modes().low()) return ui.modes().landscape() ? 108.F : 136.F;
    return row_height(ui);
}

void open_matter(Ui& ui, const Matter& matter) {
    ui.session().line = matter.line;
    ui.session().matter = matter.id;
    ui.session().priority.clear();
    ui.session().refused = pause_of_matter(ui, matter.id);
    ui.go(ui.session().refused ? ScreenId::refused : ScreenId::confirm);
}

ClosedRow closed_words(const Ui& ui, const Matter& matter) {
    const auto pause = pause_of_matter(ui, matter.id);
    if (!pause) return {};
    return {ui.t("matters.paused"), paused_words(ui, *pause)};
}

void MatterList::draw(Ui& ui, const Rect& area, const std::vector<const Matter*>& matters) {
    const CellList::Form form{.id = "matters",
                              .area = area,
                              .count = static_cast<int>(matters.size()),
                              .cell_height = list_cell_height(ui),
                              .gap = ui.theme().length("gap"),
                              .columns = columns_for(ui, area, matters)};
    cells_.draw(ui, form, [&](int index, const Rect& rect) {
        const Matter& matter = *matters[static_cast<std::size_t>(index)];
        if (row(ui, {.id = "matter." + matter.id,
                     .rect = rect,
                     .title = ui.in(matter.name),
                     .note = ui.in(matter.note),
                     .closed = closed_words(ui, matter)}))
            open_matter(ui, matter);
    });
}

}  // namespace linli::kiosk
