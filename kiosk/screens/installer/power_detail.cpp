// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/installer/detail_page.h"
#include "kiosk/screens/installer/installer_pages.h"
#include "kiosk/widgets/dialog.h"

namespace linli::kiosk {
namespace {

class PowerPage final : public Screen {
public:
    void on_reply(Ui&, const Reply& reply) override {
        if (reply.question != question_) return;
        const auto* answer = std::get_if<AnswerValue>(&reply.answer);
        const auto* power = answer ? std::get_if<PowerAnswer>(answer) : nullptr;
        outcome_ = power ? power->outcome : PowerOutcome::failed;
        working_ = Working::no;
    }

    bool on_back(Ui& ui) override {
        if (!confirming_) return false;
        confirming_.reset();
        ui.redraw_in_ms(0);
        return true;
    }

    void draw(Ui& ui) override {
        const auto state = working_ == Working::yes ? Button::State::working : Button::State::ready;
        DetailPage page{.item = SetupItem::power, .notice = message(ui), .facts = {}};
        page.deeds.push_back(
            {.id = "restart", .label = ui.t("installer.power.restart"), .icon = "restart_alt", .state = state});
        // Without the code a machine may be started again, which mends more than it harms; left off it stays off.
        if (ui.session().setup.right == SetupRight::full)
            page.deeds.push_back({.id = "shut_down",
                                  .label = ui.t("installer.power.shut_down"),
                                  .icon = "power_settings_new",
                                  .state = state});
        if (const auto tapped = layout_.draw(ui, page)) {
            confirming_ = *tapped == 0 ? PowerOrder::restart : PowerOrder::shut_down;
            ui.redraw_in_ms(0);
        }
        if (confirming_) confirm(ui, *confirming_);
    }

private:
    enum class Working : std::uint8_t { no, yes };

    void confirm(Ui& ui, PowerOrder order) {
        const bool restart = order == PowerOrder::restart;
        const auto answer = dialog(
            ui, {.title = ui.t(restart ? "installer.power.restart_title" : "installer.power.shut_down_title"),
                 .text = ui.t(restart ? "installer.power.restart_text" : "installer.power.shut_down_text"),
                 .buttons = {{.id = "power_yes",
                              .label = ui.t(restart ? "installer.power.restart_yes" : "installer.power.shut_down_yes"),
                              .icon = restart ? "restart_alt" : "power_settings_new"},
                             {.id = "power_no", .label = ui.t("installer.power.no"), .icon = "undo"}}});
        if (!answer) return;
        if (*answer == 0) {
            question_ = ui.ask(AskPower{order});
            working_ = Working::yes;
            outcome_.reset();
        }
        confirming_.reset();
        ui.redraw_in_ms(0);
    }

    Notice message(const Ui& ui) const {
        if (!outcome_) return {.title = ui.t("installer.power.what"), .text = ui.t("installer.power.what_note")};
        const std::string key = std::string("installer.power.") + name_of(*outcome_);
        const bool ordered = *outcome_ == PowerOutcome::ordered;
        return {.kind = ordered ? NoticeKind::success : NoticeKind::danger,
                .title = ui.t(key),
                .text = ui.t(key + "_mend")};
    }

    DetailLayout layout_;
    std::optional<PowerOrder> confirming_;
    std::optional<PowerOutcome> outcome_;
    Working working_ = Working::no;
    std::uint64_t question_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_power_screen() { return std::make_unique<PowerPage>(); }

}  // namespace linli::kiosk
