// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// A list (one column) or grid of equal cells in an area too small for all: it glides under the finger and rests on
/// whole rows; its last cell is then a button "还有 4 件，往下看". In low mode ▲▼ stand at its right instead. The
/// screen owns one for each of its lists and passes it the cells to draw.
class CellList {
public:
    struct Form {
        std::string id{};  ///< prefix of its buttons' ids: "<id>.more", "<id>.up", "<id>.down"
        Rect area{};
        int count = 0;
        float cell_height = 136;
        float gap = 24;
        int columns = 1;
        std::string more_key = "list.more";  ///< text key of the button, with {n}
    };
    using DrawCell = std::function<void(int index, const Rect& rect)>;

    /// Calls draw_cell for each cell that shows, in order.
    void draw(Ui& ui, const Form& form, const DrawCell& draw_cell);
    void to_top() {
        first_row_ = 0;
        offset_ = 0;
        speed_ = 0;
    }

private:
    struct Plan;
    static Plan plan(const Ui& ui, const Form& form);
    bool glide(Ui& ui, const Form& form, const Plan& plan);
    void page_buttons(Ui& ui, const Form& form, const Plan& plan);
    void more_button(Ui& ui, const Form& form, const Plan& plan);

    int first_row_ = 0;  ///< at rest
    float offset_ = 0;   ///< units scrolled beyond first_row_ while gliding
    float speed_ = 0;    ///< units a second
};

}  // namespace linli::kiosk
