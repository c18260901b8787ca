// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/out_of_service.h"

#include <vector>

#include "kiosk/frame/bars.h"
#include "kiosk/widgets/marks.h"
#include "kiosk/widgets/street.h"

namespace linli::kiosk {

namespace {

class OutOfServiceScreen final : public Screen {
public:
    void draw(Ui& ui) override {
        Canvas& canvas = ui.canvas();
        const Size space = canvas.space();
        constexpr float street_height = 420;
        if (!ui.modes().landscape()) street(canvas, {0, space.height - street_height, space.width, street_height});
        if (ui.picture().content) top_bar(ui);
        constexpr float margin = 48;
        const bool landscape = ui.modes().landscape();
        const float top = landscape ? 136.F : space.height * 0.16F;
        Rect column{margin, top, space.width - 2 * margin, space.height - top};
        const bool starting = !ui.picture().trouble.has_value();
        const float icon = canvas.icon_em(120);
        // In landscape large letters need the icon's room.
        if (!landscape || !ui.modes().larger())
            canvas.icon(column.cut_top(icon, 24), starting ? "hourglass_top" : "sync_problem",
                        starting ? Role::accent : Role::brand_warm);
        const TextStyle title{
            .role = TextRole::heading, .weight = Weight::bold, .align = Align::centre, .heard = Heard::first};
        const TextStyle text{
            .role = TextRole::list, .tint = Role::text_muted, .align = Align::centre, .heard = Heard::first};
        const auto paragraph = [&](const std::string& words, const TextStyle& style, float below) {
            column.cut_top(canvas.text(column, words, style).height, below);
        };
        if (starting) {
            paragraph(ui.t("out_of_service.starting"), title, 16);
            paragraph(ui.t("out_of_service.starting_text"), text, 0);
            return;
        }
        paragraph(ui.t("out_of_service.title"), title, 16);
        paragraph(ui.t("out_of_service.what"), text, 32);
        const Notice safe{.kind = NoticeKind::success,
                          .title = ui.t("out_of_service.safe_title"),
                          .text = ui.t("out_of_service.safe")};
        const Notice next{
            .kind = NoticeKind::info, .title = ui.t("out_of_service.do_title"), .text = ui.t("out_of_service.do")};
        if (landscape) {
            const float left = notice(ui, column.column(0, 2, 24), safe);
            column.cut_top(std::max(left, notice(ui, column.column(1, 2, 24), next)), 40);
        } else {
            column.cut_top(notice(ui, column, safe), 24);
            column.cut_top(notice(ui, column, next), 40);
        }
        // Nobody can choose a language here, so the other one is said too.
        const Catalogue& other = Catalogue::embedded(ui.modes().english() ? "zh-CN" : "en");
        TextStyle small = text;
        small.role = TextRole::small;
        paragraph(other.text("out_of_service.title"), small, 0);
        paragraph(other.text("out_of_service.do_title"), small, 0);
    }
};

}  // namespace

std::unique_ptr<Screen> make_out_of_service_screen() { return std::make_unique<OutOfServiceScreen>(); }

}  // namespace linli::kiosk
