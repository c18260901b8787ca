// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/matters.h"

#include "kiosk/frame/page_head.h"
#include "kiosk/screens/matter_list.h"
#include "kiosk/screens/message_page.h"
#include "kiosk/screens/pause.h"

namespace linli::kiosk {
namespace {

class MattersPage final : public Screen {
public:
    void on_enter(Ui& ui) override { on_picture(ui); }
    void on_picture(Ui& ui) override {
        if (const auto pause = pause_of_issuing(ui)) explain_pause(ui, *pause);
    }

    void draw(Ui& ui) override {
        const Line* line = ui.content().line(ui.session().line);
        const std::vector<const Matter*> matters = matters_of(ui.content(), ui.session().line);
        if (!line || matters.empty()) {
            const MessagePage page{
                .title = ui.t("choose.title"),
                .first = ui.t("matters.empty"),
                .ways = {{.id = "lines", .label = ui.t("choose.all_lines"), .kind = ButtonKind::primary}}};
            if (message_page(ui, page)) ui.replace(ScreenId::choose);
            return;
        }
        const bool roomy = !ui.modes().larger();
        PageAreas areas = page_head(
            ui, {.title = ui.t("matters.title", {{"line", ui.in(line->name)}}),
                 .under = roomy ? ui.t("matters.count", {{"n", std::to_string(matters.size())}}) : std::string(),
                 .progress = {.step = 1, .steps = 3, .now = ui.t("choose.step"), .next = ui.t("confirm.step_next")}});
        Rect area = areas.touching;
        if (!ui.modes().low() && !ui.modes().landscape()) area.cut_top(8);
        list_.draw(ui, area, matters);
    }

private:
    MatterList list_;
};

}  // namespace

std::unique_ptr<Screen> make_matters_screen() { return std::make_unique<MattersPage>(); }

}  // namespace linli::kiosk
