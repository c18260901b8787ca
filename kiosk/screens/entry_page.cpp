// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/entry_page.h"

#include <algorithm>

#include "kiosk/frame/page_head.h"
#include "kiosk/widgets/field.h"

namespace linli::kiosk {

KeyTap entry_page(Ui& ui, const EntryPage& page) {
    PageAreas areas = page_head(ui, {.title = page.title, .under = page.under});
    const bool beside = ui.modes().landscape() && !ui.modes().low();
    Rect reading = beside ? areas.aside : areas.reading;
    reading.cut_top(8);
    const auto state = page.wrong.empty() ? Field::State::active : Field::State::wrong;
    field(ui, {.id = "entry",
               .rect = reading.cut_top(ui.theme().length("field"), 10),
               .text = page.text,
               .hint = page.example,
               .state = state});
    // Room for a message of two lines is kept, so that the keys stay where fingers expect them.
    const float kept = 2 * ui.canvas().line(TextRole::small);
    if (!page.wrong.empty())
        field_message(ui, reading, Field::State::wrong, page.wrong);
    else
        ui.canvas().text(reading, page.guide, {.role = TextRole::small, .tint = Role::text_muted});
    reading.cut_top(kept, 24);
    const bool apart = ui.modes().low() || ui.modes().landscape();
    return keypad(ui, {.area = apart ? areas.touching : reading,
                       .letters = page.letters,
                       .clear = page.clear,
                       .action = page.action,
                       .action_icon = page.action_icon,
                       .state = page.state});
}

}  // namespace linli::kiosk
