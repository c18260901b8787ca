// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "hall/content/hall_content.h"
#include "kiosk/app/ui.h"
#include "kiosk/widgets/cell_list.h"
#include "kiosk/widgets/row.h"

namespace linli::kiosk {

/// The matters of one line, in the order of the content.
std::vector<const Matter*> matters_of(const HallContent& content, char line);

/// A list of matters to touch: each opens the confirm page. Used wherever a matter is chosen.
class MatterList {
public:
    /// Two columns where the area is wide enough for every name.
    void draw(Ui& ui, const Rect& area, const std::vector<const Matter*>& matters);
    void to_top() { cells_.to_top(); }

private:
    CellList cells_;
};

/// How high the cells of a page-wide list are in this mode.
float list_cell_height(const Ui& ui);

/// Chooses this matter for the session and opens the page on which it is confirmed; of a paused one, the page that
/// says why.
void open_matter(Ui& ui, const Matter& matter);
/// What its row says while staff have paused it.
ClosedRow closed_words(const Ui& ui, const Matter& matter);

}  // namespace linli::kiosk
