// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "hall/acts/device_settings.h"
#include "kiosk/frame/page_head.h"
#include "kiosk/screens/installer/address_entry.h"
#include "kiosk/screens/installer/installer_pages.h"
#include "kiosk/screens/keypad.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/field.h"

namespace linli::kiosk {
namespace {

const TextStyle guide_style{.role = TextRole::small, .tint = Role::text_muted};

class PrinterAddressPage final : public Screen {
public:
    void on_enter(Ui& ui) override { ui.ask(AskSettings{}); }

    void on_reply(Ui& ui, const Reply& reply) override {
        const auto* answer = std::get_if<AnswerValue>(&reply.answer);
        const auto* settings = answer ? std::get_if<DeviceSettings>(answer) : nullptr;
        if (settings == nullptr) {
            if (reply.question == saving_) said_ = Said::failed;
            return;
        }
        if (reply.question == saving_) {
            said_ = Said::saved;
            entry_.clear();
        }
        settings_ = *settings;
        ui.redraw_in_ms(0);
    }

    void draw(Ui& ui) override {
        PageAreas areas = page_head(
            ui,
            {.title = ui.t("printer_page.title"), .under = now_words(ui), .icon = "print", .icon_tint = Role::accent});
        const bool beside = ui.modes().landscape() && !ui.modes().low();
        Rect reading = beside ? areas.aside : areas.reading;
        reading.cut_top(8);
        field(ui,
              {.id = "address_entry",
               .rect = reading.cut_top(ui.theme().length("field"), 10),
               .text = entry_.text(),
               .hint = ui.t("printer_page.example"),
               .state = said_ == Said::wrong || said_ == Said::failed ? Field::State::wrong : Field::State::active});
        message(ui, reading);
        // As much as the longest of them needs, so that the keys stay where they are.
        const float guide = ui.canvas().measure(ui.t("printer_page.guide"), guide_style, reading.width).height;
        reading.cut_top(std::max(guide, 2 * ui.canvas().line(TextRole::small)), 24);
        const float target = ui.theme().length("target_min");
        Rect keys = ui.modes().low() || beside ? areas.touching : reading;
        const bool flat = ui.modes().low() && ui.modes().landscape();
        choose(ui, flat ? keys.cut_left(ui.theme().length("aside"), 24) : keys.cut_top(target, 24));
        handle(ui, keypad(ui, {.area = keys,
                               .letters = ".:",
                               .clear = ui.t("setup_code.clear"),
                               .action = ui.t("printer_page.save"),
                               .action_icon = "check",
                               .state = entry_.text().empty() ? Keypad::Action::disabled : Keypad::Action::ready}));
    }

private:
    /// Dots across, as the setting counts paper.
    static constexpr const char* dots_80_mm = "576";
    static constexpr const char* dots_58_mm = "384";
    static constexpr const char* no_printer = "none";
    enum class Said : std::uint8_t { nothing, wrong, saved, failed };

    bool is_narrow() const { return settings_.of(setting::printer_width, dots_80_mm) == dots_58_mm; }

    std::string now_words(const Ui& ui) const {
        std::string address = settings_.of(setting::printer_address, ui.t("printer_page.auto"));
        if (address == no_printer) address = ui.t("printer_page.none");
        return ui.t("printer_page.now", {{"address", address}, {"mm", is_narrow() ? "58" : "80"}});
    }

    void message(Ui& ui, const Rect& rect) const {
        if (said_ == Said::wrong) field_message(ui, rect, Field::State::wrong, ui.t("printer_page.wrong"));
        if (said_ == Said::failed) field_message(ui, rect, Field::State::wrong, ui.t("installer.not_saved"));
        if (said_ == Said::saved) field_message(ui, rect, Field::State::right, ui.t("installer.saved"));
        if (said_ == Said::nothing) ui.canvas().text(rect, ui.t("printer_page.guide"), guide_style);
    }

    // Found by itself, and the paper's width: each a button that says what it will be.
    void choose(Ui& ui, const Rect& rect) {
        const float gap = ui.theme().length("gap");
        const auto half = [&](int index) {
            return rect.height > 200 ? rect.row(index, 2, gap) : rect.column(index, 2, gap);
        };
        if (button(ui, {.id = "address_auto",
                        .rect = half(0),
                        .label = ui.t("printer_page.use_auto"),
                        .icon = "search",
                        .role = TextRole::body}))
            save(ui, setting::printer_address, std::nullopt);
        if (button(ui, {.id = "paper_width",
                        .rect = half(1),
                        .label = ui.t(is_narrow() ? "printer_page.use_80" : "printer_page.use_58"),
                        .icon = "straighten",
                        .role = TextRole::body}))
            save(ui, setting::printer_width, is_narrow() ? dots_80_mm : dots_58_mm);
    }

    void handle(Ui& ui, const KeyTap& tap) {
        if (tap.kind == KeyTap::Kind::none) return;
        said_ = Said::nothing;
        if (tap.kind == KeyTap::Kind::sign) entry_.press(tap.sign);
        if (tap.kind == KeyTap::Kind::erase) entry_.erase();
        if (tap.kind == KeyTap::Kind::clear) entry_.clear();
        if (tap.kind == KeyTap::Kind::action) {
            if (const auto address = entry_.complete())
                save(ui, setting::printer_address, *address);
            else
                said_ = Said::wrong;
        }
        ui.redraw_in_ms(0);
    }

    void save(Ui& ui, const char* name, const std::optional<std::string>& value) {
        saving_ = ui.ask(AskSetDevice{name, value});
    }

    AddressEntry entry_;
    DeviceSettings settings_;
    Said said_ = Said::nothing;
    std::uint64_t saving_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_printer_address_screen() { return std::make_unique<PrinterAddressPage>(); }

}  // namespace linli::kiosk
