// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/entry_places.h"

#include <algorithm>

#include "kiosk/frame/bars.h"

namespace linli::kiosk {
namespace {

constexpr float gap = 24;
constexpr float margin = 24;

Rect keys_above_bar(Ui& ui, int rows, float row_height) {
    const Size space = ui.canvas().space();
    const float height = static_cast<float>(rows) * row_height + static_cast<float>(rows - 1) * gap;
    return {margin, space.height - bottom_bar_height(ui) - margin - height, space.width - 2 * margin, height};
}

void tray_from(Ui& ui, EntryPlaces& places, float top) {
    const Size space = ui.canvas().space();
    places.tray = {0, top, space.width, space.height - bottom_bar_height(ui) - top};
}

// Words take the place of all rows of keys but the last, where the keys for going through them stand.
void pages_over_keys(EntryPlaces& places, Rect keys, int rows) {
    for (int i = 0; i + 1 < rows; ++i) places.pages.push_back(keys.row(i, rows, gap));
    places.page_keys = keys.row(rows - 1, rows, gap);
}

EntryPlaces portrait(Ui& ui, Words words) {
    constexpr int rows = 4;
    constexpr float low_row = 104, words_height = 112, above_keys = 32, reading_height = 68;
    // In low mode with large letters the whole must stand below the middle.
    const bool tight = words == Words::offered && ui.modes().low() && ui.modes().larger();
    EntryPlaces places;
    places.keys = keys_above_bar(ui, rows, tight ? low_row : ui.theme().length("field"));
    if (words == Words::none) {
        tray_from(ui, places, places.keys.y - margin);
        return places;
    }
    const Rect row{margin, places.keys.y - above_keys - words_height, places.keys.width, words_height};
    const float line = std::max(reading_height, ui.canvas().line(TextRole::list));
    places.reading = {row.x, row.y - line, row.width, line};
    places.words = {row};
    places.pages = {row};
    pages_over_keys(places, places.keys, rows);
    tray_from(ui, places, places.reading.y);
    return places;
}

EntryPlaces landscape(Ui& ui, Words words) {
    constexpr int rows = 3;
    constexpr float row_height = 100, low_keys_width = 1350, reading_width = 336, above_words = 20;
    EntryPlaces places;
    places.keys = keys_above_bar(ui, rows, row_height);
    tray_from(ui, places, places.keys.y - margin);
    if (words == Words::none) return places;
    Rect whole = places.keys;
    if (ui.modes().low()) {
        // Below the middle there is no fourth row: words stand in a block beside the keys.
        pages_over_keys(places, whole, rows);
        places.keys = whole.cut_left(low_keys_width, gap);
        for (int i = 0; i < rows; ++i) places.words.push_back(whole.row(i, rows, gap));
        return places;
    }
    Rect row{whole.x, whole.y - gap - row_height, whole.width, row_height};
    tray_from(ui, places, row.y - above_words);
    places.reading = row.cut_left(reading_width, gap);
    places.words = {row};
    places.pages = {row};
    pages_over_keys(places, whole, rows);
    return places;
}

}  // namespace

EntryPlaces entry_places(Ui& ui, Words words) {
    return ui.modes().landscape() ? landscape(ui, words) : portrait(ui, words);
}

}  // namespace linli::kiosk
