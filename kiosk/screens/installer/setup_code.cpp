// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "hall/acts/setup_code.h"
#include "kiosk/frame/page_head.h"
#include "kiosk/screens/installer/installer_pages.h"
#include "kiosk/screens/keypad.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/field.h"

namespace linli::kiosk {
namespace {

constexpr std::int64_t patience_ms = 200;

class SetupCodePage final : public Screen {
public:
    void on_reply(Ui& ui, const Reply& reply) override {
        if (reply.question != question_) return;
        asking_ = Asking::no;
        code_.clear();
        if (const auto* refused = std::get_if<Refused>(&reply.answer)) {
            wrong_ = words_for(ui, *refused);
            return;
        }
        const auto* answer = std::get_if<AnswerValue>(&reply.answer);
        if (answer == nullptr || !std::holds_alternative<SetupOpened>(*answer)) {
            wrong_ = ui.t("setup_code.failed");
            return;
        }
        ui.session().setup = {};
        ui.session().setup.right = SetupRight::full;
        ui.replace(ScreenId::installer);
    }

    bool stays() const override { return asking_ == Asking::yes; }

    void draw(Ui& ui) override {
        PageAreas areas = page_head(ui, {.title = ui.t("setup_code.title"), .icon = "lock", .icon_tint = Role::accent});
        const bool beside = ui.modes().landscape() && !ui.modes().low();
        Rect reading = beside ? areas.aside : areas.reading;
        Canvas& canvas = ui.canvas();
        reading.cut_top(8);
        const TextStyle what{.role = TextRole::body, .tint = Role::text_muted};
        const std::string words = ui.t(ui.modes().larger() ? "setup_code.what_short" : "setup_code.what");
        reading.cut_top(canvas.text(reading, words, what).height, 20);
        const auto state = wrong_.empty() ? Field::State::active : Field::State::wrong;
        const Rect box = reading.cut_top(ui.theme().length("field"), 10);
        field(ui, {.id = "setup_entry", .rect = box, .text = dots(), .hint = ui.t("setup_code.hint"), .state = state});
        if (!wrong_.empty()) field_message(ui, reading, Field::State::wrong, wrong_);
        reading.cut_top(2 * canvas.line(TextRole::small), 24);
        handle(ui, keys(ui, ui.modes().low() || beside ? areas.touching : reading));
    }

private:
    enum class Asking : std::uint8_t { no, yes };

    static std::string words_for(const Ui& ui, const Refused& refused) {
        if (refused.why == Refusal::wrong_setup_code && refused.tries_left.value_or(0) > 0)
            return ui.t("setup_code.wrong", {{"n", std::to_string(*refused.tries_left)}});
        if (refused.why == Refusal::wrong_setup_code) return ui.t("setup_code.ended");
        return ui.t(refused.why == Refusal::setup_code_expired ? "setup_code.expired" : "setup_code.none");
    }

    // Whoever stands behind sees how far one is, not what was typed.
    std::string dots() const {
        std::string dots;
        for (std::size_t i = 0; i < code_.size(); ++i) dots += "\u25CF ";
        return dots;
    }

    KeyTap keys(Ui& ui, Rect area) const {
        // The way back stands first: whoever came by chance looks for it.
        const Rect way = area.cut_top(ui.theme().length("target_min"), 24);
        if (button(ui, {.id = "setup_back", .rect = way, .label = ui.t("setup_code.back"), .icon = "home"})) {
            ui.home();
            return {};
        }
        auto state = code_.size() == setup_code_digits ? Keypad::Action::ready : Keypad::Action::disabled;
        if (asking_ == Asking::yes && ui.boot_ms() - asked_ms_ >= patience_ms) state = Keypad::Action::working;
        return keypad(ui, {.area = area,
                           .clear = ui.t("setup_code.clear"),
                           .action = ui.t("setup_code.open"),
                           .action_icon = "check",
                           .state = state});
    }

    void handle(Ui& ui, const KeyTap& tap) {
        if (tap.kind == KeyTap::Kind::none || asking_ == Asking::yes) return;
        wrong_.clear();
        if (tap.kind == KeyTap::Kind::sign && code_.size() < setup_code_digits) code_.push_back(tap.sign);
        if (tap.kind == KeyTap::Kind::erase && !code_.empty()) code_.pop_back();
        if (tap.kind == KeyTap::Kind::clear) code_.clear();
        if (tap.kind == KeyTap::Kind::action && code_.size() == setup_code_digits) {
            question_ = ui.ask(AskOpenSetup{code_});
            asking_ = Asking::yes;
            asked_ms_ = ui.boot_ms();
            ui.redraw_in_ms(patience_ms);
            return;
        }
        ui.redraw_in_ms(0);
    }

    std::string code_;
    std::string wrong_;
    Asking asking_ = Asking::no;
    std::uint64_t question_ = 0;
    std::int64_t asked_ms_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_setup_code_screen() { return std::make_unique<SetupCodePage>(); }

}  // namespace linli::kiosk
