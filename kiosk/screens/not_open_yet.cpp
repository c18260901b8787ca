// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/not_open_yet.h"

#include "kiosk/screens/message_page.h"

namespace linli::kiosk {
namespace {

class NotOpenYetPage final : public Screen {
public:
    void draw(Ui& ui) override {
        const std::string key = "home." + ui.session().not_open_tile + ".title";
        const std::string title =
            ui.has_text(key) ? ui.t("not_open_yet.title", {{"name", ui.t(key)}}) : ui.t("not_open_yet.title_plain");
        const MessagePage page{
            .title = title,
            .first = ui.t("not_open_yet.what"),
            .second = ui.t("not_open_yet.next"),
            .ways = {{.id = "take_number",
                      .label = ui.t("not_open_yet.take"),
                      .icon = "confirmation_number",
                      .kind = ButtonKind::primary},
                     {.id = "call_help", .label = ui.t("not_open_yet.help"), .icon = "support_agent"}}};
        const std::optional<int> way = message_page(ui, page);
        if (way == 0) ui.replace(ScreenId::choose);
        if (way == 1) ui.go(ScreenId::help);
    }
};

}  // namespace

std::unique_ptr<Screen> make_not_open_yet_screen() { return std::make_unique<NotOpenYetPage>(); }

}  // namespace linli::kiosk
