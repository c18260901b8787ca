// SPDX-License-Identifier: Apache-2.0
#include "hall/text/device_words.h"
#include "kiosk/screens/device_try.h"
#include "kiosk/screens/installer/detail_page.h"
#include "kiosk/screens/installer/installer_pages.h"
#include "kiosk/screens/installer/item_state.h"
#include "kiosk/screens/ui_words.h"

namespace linli::kiosk {
namespace {

/// Printer, board or sound: how its program says it is, its test, and what whoever stands before it has seen.
class DevicePage final : public Screen {
public:
    DevicePage(SetupItem item, Device device) : item_(item), device_(device) {}

    void on_enter(Ui& ui) override {
        // On the walk nobody should have to press for what comes anyway.
        if (ui.session().setup.walk) test_.start(ui, device_);
    }

    void on_reply(Ui& ui, const Reply& reply) override {
        const auto before = test_.state();
        test_.on_reply(ui, reply);
        note_outcome(ui, before);
    }

    void on_tick(Ui& ui) override {
        const auto before = test_.state();
        test_.on_tick(ui);
        note_outcome(ui, before);
    }

    void draw(Ui& ui) override {
        const bool asking = test_.state() == DeviceTry::State::done && !answered_;
        DetailPage page{.item = item_, .notice = message(ui), .facts = facts(ui)};
        if (asking) {
            page.deeds = {{.id = "seen", .label = ui.t(key("seen")), .icon = "check", .kind = ButtonKind::primary},
                          {.id = "not_seen", .label = ui.t(key("not_seen_button")), .icon = "close"}};
        } else {
            page.deeds = {
                {.id = "test",
                 .label = ui.t(key("test")),
                 .icon = item_icon(item_),
                 .kind = ButtonKind::primary,
                 .state = test_.state() == DeviceTry::State::running ? Button::State::working : Button::State::ready}};
        }
        if (item_ == SetupItem::printer)
            page.deeds.push_back({.id = "address", .label = ui.t("installer.printer.address"), .icon = "dialpad"});
        const auto tapped = layout_.draw(ui, page);
        if (tapped) act(ui, page.deeds[static_cast<std::size_t>(*tapped)].id);
    }

private:
    void note_outcome(Ui& ui, DeviceTry::State before) {
        const DeviceTry::State now = test_.state();
        if (now == before || (now != DeviceTry::State::failed && now != DeviceTry::State::silent)) return;
        ui.session().setup.outcome(item_) = SetupVisit::Outcome::bad;
    }

    std::string key(const char* what) const { return std::string("installer.") + name_of(device_) + "." + what; }

    void act(Ui& ui, const std::string& id) {
        if (id == "address") return ui.go(ScreenId::printer_address);
        if (id == "test") {
            answered_ = false;
            test_.start(ui, device_);
        } else {
            answered_ = true;
            ui.session().setup.outcome(item_) = id == "seen" ? SetupVisit::Outcome::good : SetupVisit::Outcome::bad;
        }
        ui.redraw_in_ms(0);
    }

    Notice message(const Ui& ui) const {
        switch (test_.state()) {
            case DeviceTry::State::running:
                return {.title = ui.t("installer.testing"), .text = ui.t(key("look")), .icon = "hourglass_top"};
            case DeviceTry::State::failed: {
                const DeviceWords words = device_words(texts_of(ui), name_of(device_), test_.trouble());
                return {.kind = NoticeKind::danger, .title = words.what, .text = words.mend};
            }
            case DeviceTry::State::silent:
                return {.kind = NoticeKind::danger,
                        .title = ui.t("installer.silent"),
                        .text = ui.t("installer.silent_mend")};
            case DeviceTry::State::not_asked:
                return {.kind = NoticeKind::danger,
                        .title = ui.t("installer.not_asked"),
                        .text = ui.t("installer.not_asked_mend")};
            case DeviceTry::State::done:
                if (!answered_)
                    return {.title = ui.t(key("question")), .text = ui.t(key("look")), .icon = "help_outline"};
                break;
            case DeviceTry::State::untried:
                break;
        }
        const ItemState state = item_state(ui, item_, nullptr);
        Notice notice{.kind = notice_kind(state.health), .title = state.what, .text = state.mend, .icon = {}};
        if (answered_ && ui.session().setup.outcome(item_) == SetupVisit::Outcome::bad)
            notice = {
                .kind = NoticeKind::danger, .title = ui.t("installer.test_failed"), .text = ui.t(key("not_seen"))};
        return notice;
    }

    // Each program's own word, where there are several, and since when.
    std::vector<Fact> facts(const Ui& ui) const {
        std::vector<Fact> facts;
        for (const DeviceStatus& one : ui.status().devices) {
            if (one.device != device_) continue;
            const std::string place = std::string("installer.place.") + one.place;
            const std::string what = device_words(texts_of(ui), name_of(device_), one.detail).what;
            facts.push_back({ui.t("installer.since", {{"place", ui.has_text(place) ? ui.t(place) : one.place},
                                                      {"time", ui.clock_text(one.since_ms)}}),
                             what});
        }
        return facts;
    }

    const SetupItem item_;
    const Device device_;
    DeviceTry test_;
    DetailLayout layout_;
    bool answered_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_printer_screen() {
    return std::make_unique<DevicePage>(SetupItem::printer, Device::printer);
}
std::unique_ptr<Screen> make_board_screen() { return std::make_unique<DevicePage>(SetupItem::board, Device::board); }
std::unique_ptr<Screen> make_sound_screen() { return std::make_unique<DevicePage>(SetupItem::sound, Device::sound); }

}  // namespace linli::kiosk
