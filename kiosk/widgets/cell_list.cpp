// SPDX-License-Identifier: Apache-2.0
#include "kiosk/widgets/cell_list.h"

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/button.h"

namespace linli::kiosk {

namespace {

constexpr float page_button_width = 120;
constexpr float friction_per_second = 4, slow_units_per_second = 240, settle_per_second = 14;

}  // namespace

struct CellList::Plan {
    Rect cells;          ///< where cells show
    int rows = 0;        ///< all
    int visible = 0;     ///< at rest
    int last_first = 0;  ///< the greatest first row
    float pitch = 0;
    enum class Turn : std::uint8_t { none, more, page_buttons } turn = Turn::none;
};

CellList::Plan CellList::plan(const Ui& ui, const Form& form) {
    Plan plan;
    plan.cells = form.area;
    plan.pitch = form.cell_height + form.gap;
    plan.rows = (form.count + form.columns - 1) / form.columns;
    const int fit = std::max(1, static_cast<int>((form.area.height + form.gap) / plan.pitch));
    plan.visible = std::min(fit, plan.rows);
    if (plan.rows <= fit) return plan;
    if (ui.modes().low() || fit < 2) {
        plan.turn = Plan::Turn::page_buttons;
        plan.cells.width -= page_button_width + form.gap;
    } else {
        plan.turn = Plan::Turn::more;
        plan.visible = fit - 1;
    }
    plan.cells.height = static_cast<float>(plan.visible) * plan.pitch - form.gap;
    plan.last_first = plan.rows - plan.visible;
    return plan;
}

bool CellList::glide(Ui& ui, const Form& form, const Plan& plan) {
    const Drag drag = ui.drag(form.id, plan.cells);
    const float farthest = static_cast<float>(plan.last_first) * plan.pitch;
    float scroll = static_cast<float>(first_row_) * plan.pitch + offset_;
    if (drag.held) scroll -= drag.moved_y;
    if (drag.released) speed_ = -drag.speed_y;
    const bool moving = !drag.held && (offset_ != 0 || speed_ != 0);
    if (moving) {
        scroll += speed_ * ui.delta_seconds();
        speed_ *= std::exp(-friction_per_second * ui.delta_seconds());
        if (std::abs(speed_) < slow_units_per_second) {
            // Rest on a whole row, so that no row is ever seen in part.
            speed_ = 0;
            const float rest = std::round(scroll / plan.pitch) * plan.pitch;
            scroll += (rest - scroll) * std::min(1.F, settle_per_second * ui.delta_seconds());
            if (std::abs(rest - scroll) < 1) scroll = rest;
        }
    }
    if (scroll <= 0 || scroll >= farthest) speed_ = 0;
    scroll = std::clamp(scroll, 0.F, farthest);
    first_row_ = static_cast<int>(std::floor(scroll / plan.pitch));
    offset_ = scroll - static_cast<float>(first_row_) * plan.pitch;
    const bool gliding = drag.held || offset_ != 0 || speed_ != 0;
    if (gliding) ui.redraw_in_ms(0);
    return gliding;
}

void CellList::draw(Ui& ui, const Form& form, const DrawCell& draw_cell) {
    const Plan plan = CellList::plan(ui, form);
    first_row_ = std::clamp(first_row_, 0, plan.last_first);
    const bool gliding = plan.turn != Plan::Turn::none && glide(ui, form, plan);
    if (gliding) ui.canvas().clip({plan.cells.x - 8, plan.cells.y, plan.cells.width + 16, plan.cells.height + 6});
    const int last_row = std::min(plan.rows, first_row_ + plan.visible + (gliding ? 1 : 0));
    for (int row = first_row_; row < last_row; ++row) {
        const float y = plan.cells.y + static_cast<float>(row - first_row_) * plan.pitch - offset_;
        const Rect line{plan.cells.x, y, plan.cells.width, form.cell_height};
        for (int column = 0; column < form.columns; ++column)
            if (const int index = row * form.columns + column; index < form.count)
                draw_cell(index, line.column(column, form.columns, form.gap));
    }
    if (gliding) ui.canvas().unclip();
    if (plan.turn == Plan::Turn::more) more_button(ui, form, plan);
    if (plan.turn == Plan::Turn::page_buttons) page_buttons(ui, form, plan);
}

void CellList::more_button(Ui& ui, const Form& form, const Plan& plan) {
    const int left = form.count - std::min(form.count, (first_row_ + plan.visible) * form.columns);
    const bool more = left > 0;
    const Rect rect{form.area.x, plan.cells.bottom() + form.gap, form.area.width, form.cell_height};
    if (button(ui, {.id = form.id + ".more",
                    .rect = rect,
                    .label = more ? ui.t(form.more_key, {{"n", std::to_string(left)}}) : ui.t("list.top"),
                    .icon = more ? "arrow_downward" : "arrow_upward",
                    .icon_side = Button::IconSide::right})) {
        first_row_ = more ? std::min(first_row_ + plan.visible, plan.last_first) : 0;
        offset_ = speed_ = 0;
        ui.redraw_in_ms(0);
    }
}

void CellList::page_buttons(Ui& ui, const Form& form, const Plan& plan) {
    Rect rest = form.area;
    rest.height = plan.cells.height;
    const Rect column = rest.cut_right(page_button_width);
    const bool up = button(ui, {.id = form.id + ".up",
                                .rect = column.row(0, 2, form.gap),
                                .icon = "arrow_upward",
                                .state = first_row_ > 0 ? Button::State::ready : Button::State::disabled});
    const bool down =
        button(ui, {.id = form.id + ".down",
                    .rect = column.row(1, 2, form.gap),
                    .icon = "arrow_downward",
                    .state = first_row_ < plan.last_first ? Button::State::ready : Button::State::disabled});
    if (!up && !down) return;
    first_row_ = std::clamp(first_row_ + (down ? plan.visible : -plan.visible), 0, plan.last_first);
    offset_ = speed_ = 0;
    ui.redraw_in_ms(0);
}

}  // namespace linli::kiosk
