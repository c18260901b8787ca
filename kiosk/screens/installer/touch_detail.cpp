// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "kiosk/screens/installer/detail_page.h"
#include "kiosk/screens/installer/installer_pages.h"
#include "kiosk/screens/installer/item_state.h"
#include "kiosk/screens/installer/touch_finding.h"
#include "kiosk/screens/installer/touch_marks.h"

namespace linli::kiosk {
namespace {

class TouchPage final : public Screen {
public:
    void draw(Ui& ui) override {
        const ItemState state = item_state(ui, SetupItem::touch, nullptr);
        const DetailPage page{.item = SetupItem::touch,
                              .notice = {.kind = notice_kind(state.health), .title = state.what, .text = state.mend},
                              .facts = facts(ui),
                              .deeds = {{.id = "test",
                                         .label = ui.t("installer.touch.test"),
                                         .icon = "touch_app",
                                         .kind = ButtonKind::primary}}};
        if (!layout_.draw(ui, page)) return;
        ui.session().setup.touches.clear();
        ui.go(ScreenId::touch_test);
    }

private:
    static std::vector<Fact> facts(const Ui& ui) {
        std::vector<Fact> facts;
        const auto& touches = ui.session().setup.touches;
        const auto marks = touch_marks(ui.modes().page());
        for (std::size_t i = 0; i < std::min(touches.size(), marks.size()); ++i)
            facts.push_back({ui.t(fmt::format("installer.touch.mark_{}", i + 1)), off_words(ui, marks[i], touches[i])});
        if (const auto matrix = touch_finding_of(ui).matrix)
            facts.push_back({ui.t("installer.touch.matrix"), matrix_text(*matrix)});
        return facts;
    }

    // As somebody says it who stands before it: units and millimetres say nothing of how it feels.
    static std::string off_words(const Ui& ui, Point mark, Point touch) {
        const float off = std::hypot(touch.x - mark.x, touch.y - mark.y);
        if (off <= touch_off_max) return ui.t("installer.touch.on");
        const std::string way = ui.t(std::string("installer.touch.way.") + name_of(way_from(mark, touch)));
        return ui.t(off <= touch_off_little ? "installer.touch.off_little" : "installer.touch.off_far", {{"way", way}});
    }

    DetailLayout layout_;
};

/// The marks one after the other, on an empty screen: a touch beside one counts as well, how far off it was is what is
/// asked. Nothing here can be missed: after five touches, wherever they were, the page is left.
class TouchTestPage final : public Screen {
public:
    void draw(Ui& ui) override {
        Canvas& canvas = ui.canvas();
        auto& touches = ui.session().setup.touches;
        if (ui.tapped_elsewhere() && touches.size() < touch_mark_count) {
            touches.push_back(ui.tapped_at());
            ui.redraw_in_ms(0);
        }
        const Size space = canvas.space();
        if (touches.size() >= touch_mark_count) {
            ui.session().setup.outcome(SetupItem::touch) =
                touches_pass(space, touches) ? SetupVisit::Outcome::good : SetupVisit::Outcome::bad;
            return ui.back();
        }
        const auto marks = touch_marks(space);
        for (std::size_t i = 0; i < marks.size(); ++i) draw_mark(canvas, marks[i], i, touches.size());
        const Rect words{200, space.height * 0.28F, space.width - 400, 300};
        canvas.text(words, ui.t("installer.touch.do", {{"n", std::to_string(touches.size() + 1)}}),
                    {.role = TextRole::list, .weight = Weight::bold, .align = Align::centre, .heard = Heard::first});
    }

private:
    static void draw_mark(Canvas& canvas, Point at, std::size_t index, std::size_t now) {
        constexpr float radius = 60, stroke = 6;
        if (index < now) return canvas.icon({at.x - 32, at.y - 32, 64, 64}, "check_circle", Role::success);
        const Role ink = index == now ? Role::accent : Role::outline;
        canvas.ring(at, radius - stroke, stroke, ink);
        canvas.fill({at.x - radius, at.y - 2, 2 * radius, 4}, ink);
        canvas.fill({at.x - 2, at.y - radius, 4, 2 * radius}, ink);
    }
};

}  // namespace

std::unique_ptr<Screen> make_touch_screen() { return std::make_unique<TouchPage>(); }
std::unique_ptr<Screen> make_touch_test_screen() { return std::make_unique<TouchTestPage>(); }

}  // namespace linli::kiosk
