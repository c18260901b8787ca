// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/choose.h"

#include "kiosk/frame/page_head.h"
#include "kiosk/screens/matter_list.h"
#include "kiosk/screens/message_page.h"
#include "kiosk/screens/pause.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/cell_list.h"
#include "kiosk/widgets/field.h"
#include "kiosk/widgets/row.h"

namespace linli::kiosk {
namespace {

constexpr float tab_width_units = 336;

/// Lines and matters side by side; where there is no room for both, the lines alone, and the matters on their own page.
class ChoosePage final : public Screen {
public:
    void on_enter(Ui& ui) override {
        if (!ui.content().line(ui.session().line)) ui.session().line = 0;
        on_picture(ui);
    }

    // Nothing can be chosen then: better to hear so at once than after three more touches.
    void on_picture(Ui& ui) override {
        if (const auto pause = pause_of_issuing(ui)) explain_pause(ui, *pause);
    }

    void draw(Ui& ui) override {
        if (ui.content().lines.empty()) {
            message_page(ui, {.title = ui.t("choose.title"), .first = ui.t("choose.loading")});
            return;
        }
        const bool one_page = !ui.modes().larger() && !ui.modes().low();
        PageAreas areas = page_head(
            ui, {.title = ui.t("choose.title"),
                 .progress = {.step = 1, .steps = 3, .now = ui.t("choose.step"), .next = ui.t("confirm.step_next")}});
        if (!one_page)
            lines_alone(ui, areas);
        else if (ui.modes().landscape())
            side_by_side_landscape(ui, areas);
        else
            side_by_side(ui, areas.whole);
    }

private:
    char shown_line(Ui& ui) const {
        const char line = ui.session().line;
        return ui.content().line(line) ? line : ui.content().lines.front().letter;
    }

    void side_by_side(Ui& ui, Rect area) {
        const float gap = ui.theme().length("gap");
        search_row(ui, area.cut_top(ui.theme().length("field"), 26));
        const Rect tabs = area.cut_left(tab_width_units, gap);
        line_tabs(ui, tabs, 1);
        matters_.draw(ui, area, matters_of(ui.content(), shown_line(ui)));
    }

    // Two columns of tabs show all ten lines at once; they reach a little further right than the head above them.
    void side_by_side_landscape(Ui& ui, const PageAreas& areas) {
        const float gap = ui.theme().length("gap");
        Rect tabs{areas.aside.x, areas.aside.y, 2 * tab_width_units + gap, areas.aside.height};
        Rect right = areas.whole;
        right.width -= tabs.right() + gap - right.x;
        right.x = tabs.right() + gap;
        search_row(ui, right.cut_top(ui.theme().length("field"), gap));
        line_tabs(ui, tabs, 2);
        matters_.draw(ui, right, matters_of(ui.content(), shown_line(ui)));
    }

    void line_tabs(Ui& ui, const Rect& area, int columns) {
        const auto& lines = ui.content().lines;
        const CellList::Form form{.id = "lines",
                                  .area = area,
                                  .count = static_cast<int>(lines.size()),
                                  .cell_height = tab_height(ui, area, columns),
                                  .gap = ui.theme().length("gap"),
                                  .columns = columns};
        tabs_.draw(ui, form, [&](int index, const Rect& rect) {
            const Line& line = lines[static_cast<std::size_t>(index)];
            const auto state = line.letter == shown_line(ui) ? LineTab::State::selected : LineTab::State::rest;
            if (!line_tab(ui, {.id = line_id(line),
                               .rect = rect,
                               .letter = line.letter,
                               .name = ui.in(line.name),
                               .gloss = ui.in(line.gloss),
                               .state = state}))
                return;
            ui.session().line = line.letter;
            matters_.to_top();
            ui.redraw_in_ms(0);
        });
    }

    // A little lower than usual where that shows all lines at once.
    static float tab_height(Ui& ui, const Rect& area, int columns) {
        const float usual = ui.theme().length("line_tab");
        const int rows = (static_cast<int>(ui.content().lines.size()) + columns - 1) / columns;
        const float even = area.row(0, rows, ui.theme().length("gap")).height;
        return even < usual && even >= ui.theme().length("target_min") ? even : usual;
    }

    void lines_alone(Ui& ui, PageAreas& areas) {
        const auto& lines = ui.content().lines;
        Rect area = areas.touching;
        // In low mode the search is the list's first cell: a row of its own would take a quarter of the room.
        const bool search_in_list = ui.modes().low();
        if (!search_in_list) {
            const Rect top = area.cut_top(ui.theme().length("field"), ui.theme().length("gap"));
            if (field(ui, search_field(ui, top))) ui.go(ScreenId::search);
        } else {
            const TextStyle hint{.role = TextRole::list, .tint = Role::text_muted};
            if (!ui.modes().landscape()) ui.canvas().text(areas.reading, ui.t("choose.hint_lines"), hint);
        }
        const int before = search_in_list ? 1 : 0;
        const CellList::Form form{.id = "lines",
                                  .area = area,
                                  .count = static_cast<int>(lines.size()) + before,
                                  .cell_height = list_cell_height(ui),
                                  .gap = ui.theme().length("gap"),
                                  .columns = ui.modes().landscape() ? (ui.modes().low() ? 3 : 2) : 1};
        tabs_.draw(ui, form, [&](int index, const Rect& rect) {
            if (index < before) {
                if (row(ui, {.id = "search",
                             .rect = rect,
                             .title = ui.t("choose.search_row"),
                             .note = ui.t("choose.search_row_note")}))
                    ui.go(ScreenId::search);
                return;
            }
            const Line& line = lines[static_cast<std::size_t>(index - before)];
            if (!row(ui, {.id = line_id(line),
                          .rect = rect,
                          .title = ui.in(line.name),
                          .note = ui.in(line.gloss),
                          .badge = line.letter}))
                return;
            ui.session().line = line.letter;
            ui.go(ScreenId::matters);
        });
    }

    void search_row(Ui& ui, Rect area) {
        const float gap = ui.theme().length("gap");
        const float width = 204;
        const Rect pinyin = area.cut_right(width, gap);
        const Rect handwriting = area.cut_right(width, gap);
        if (field(ui, search_field(ui, area))) ui.go(ScreenId::search);
        button(ui, {.id = "handwriting",
                    .rect = handwriting,
                    .label = ui.t("choose.handwriting"),
                    .icon = "gesture",
                    .reason = ui.t("choose.later")});
        if (button(ui, {.id = "pinyin", .rect = pinyin, .label = ui.t("choose.pinyin"), .icon = "keyboard"}))
            ui.go(ScreenId::search);
    }

    static Field search_field(Ui& ui, const Rect& rect) {
        return {
            .id = "search", .rect = rect, .hint = ui.t("choose.search"), .icon = "search", .tap = Field::Tap::tappable};
    }

    static std::string line_id(const Line& line) { return std::string("line.") + line.letter; }

    CellList tabs_;
    MatterList matters_;
};

}  // namespace

std::unique_ptr<Screen> make_choose_screen() { return std::make_unique<ChoosePage>(); }

}  // namespace linli::kiosk
