// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>

#include "kiosk/screens/installer/detail_page.h"
#include "kiosk/screens/installer/installer_pages.h"
#include "kiosk/screens/installer/item_state.h"
#include "kiosk/widgets/fit.h"

namespace linli::kiosk {
namespace {

class PanelPage final : public Screen {
public:
    void draw(Ui& ui) override {
        const ItemState state = item_state(ui, SetupItem::screen, nullptr);
        const PanelFacts& panel = ui.panel();
        const DetailPage page{
            .item = SetupItem::screen,
            .notice = {.kind = notice_kind(state.health), .title = state.what, .text = state.mend},
            .facts = {{ui.t("installer.screen.size"), fmt::format("{} × {}", panel.width_px, panel.height_px)},
                      {ui.t("installer.screen.scale"), fmt::format("{:.2f}", panel.scale)},
                      {ui.t("installer.screen.shape"),
                       ui.t(ui.modes().landscape() ? "installer.screen.landscape" : "installer.screen.portrait")},
                      {ui.t("installer.screen.renderer"), panel.renderer}},
            .deeds = {{.id = "test",
                       .label = ui.t("installer.screen.test"),
                       .icon = "aspect_ratio",
                       .kind = ButtonKind::primary},
                      {.id = "looks_good", .label = ui.t("installer.screen.looks_good"), .icon = "check"},
                      {.id = "looks_bad", .label = ui.t("installer.screen.looks_bad"), .icon = "close"}}};
        const auto tapped = layout_.draw(ui, page);
        if (!tapped) return;
        if (*tapped == 0) return ui.go(ScreenId::screen_picture);
        ui.session().setup.outcome(SetupItem::screen) =
            *tapped == 1 ? SetupVisit::Outcome::good : SetupVisit::Outcome::bad;
        ui.redraw_in_ms(0);
    }

private:
    DetailLayout layout_;
};

/// Full pictures one after the other; a touch anywhere shows the next, and after the last the page is left.
class ScreenPicturePage final : public Screen {
public:
    void draw(Ui& ui) override {
        if (ui.tapped_elsewhere()) {
            ++picture_;
            ui.redraw_in_ms(0);
        }
        constexpr std::array plain{Role::qr_light, Role::qr_dark, Role::test_red, Role::test_green, Role::test_blue};
        if (picture_ > plain.size()) return ui.back();
        if (picture_ == 0) return edges(ui);
        const Size space = ui.canvas().space();
        ui.canvas().fill({0, 0, space.width, space.height}, plain.at(picture_ - 1));
    }

private:
    // Three frames a known way from the edge, a grid's cross, steps from black to white, and what to look for.
    static void edges(Ui& ui) {
        Canvas& canvas = ui.canvas();
        const Size space = canvas.space();
        const Rect all{0, 0, space.width, space.height};
        canvas.fill(all, Role::qr_light);
        for (const float inset : {0.F, 24.F, 48.F}) canvas.edge(all.inset(inset), Role::qr_dark, 4);
        for (const float y : {all.height * 0.25F, all.height * 0.75F})
            canvas.fill({72, y, all.width - 144, 2}, Role::qr_dark);
        canvas.fill({all.width / 2 - 1, 72, 2, all.height * 0.2F}, Role::qr_dark);
        const Rect ramp{96, all.height * 0.56F, all.width - 192, all.height * 0.14F};
        canvas.gradient(ramp, Role::qr_dark, Role::qr_light);
        canvas.edge(ramp, Role::qr_dark, 2);
        const Rect words{120, all.height * 0.30F, all.width - 240, all.height * 0.24F};
        const std::string look = ui.t("installer.screen.look");
        const TextStyle style{
            .role = TextRole::body, .tint = Role::qr_dark, .align = Align::centre, .heard = Heard::first};
        constexpr int lines_max = 9;
        canvas.text(words, look,
                    fitted(canvas, look, style, {words.width, words.height}, TextRole::caption, lines_max));
    }

    std::size_t picture_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_panel_screen() { return std::make_unique<PanelPage>(); }
std::unique_ptr<Screen> make_screen_picture_screen() { return std::make_unique<ScreenPicturePage>(); }

}  // namespace linli::kiosk
