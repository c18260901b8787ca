// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/installer/detail_page.h"
#include "kiosk/screens/installer/in_lines.h"
#include "kiosk/screens/installer/installer_pages.h"
#include "kiosk/screens/installer/item_state.h"

namespace linli::kiosk {
namespace {

constexpr std::int64_t look_every_ms = 5'000;

/// "20 秒", "3 天": the largest unit of which there is one.
std::string length_words(const Ui& ui, std::int64_t milliseconds) {
    const std::int64_t seconds = std::max<std::int64_t>(milliseconds / 1000, 0);
    constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;
    const auto words = [&](const char* key, std::int64_t unit) {
        return ui.t(key, {{"n", std::to_string(seconds / unit)}});
    };
    if (seconds >= 2 * day) return words("sync.duration.days", day);
    if (seconds >= 2 * hour) return words("sync.duration.hours", hour);
    if (seconds >= 2 * minute) return words("sync.duration.minutes", minute);
    return words("sync.duration.seconds", 1);
}

class DistrictPage final : public Screen {
public:
    void on_enter(Ui& ui) override { look(ui); }

    void on_reply(Ui&, const Reply& reply) override {
        const auto* answer = std::get_if<AnswerValue>(&reply.answer);
        if (const auto* facts = answer ? std::get_if<MachineFacts>(answer) : nullptr) machine_ = *facts;
    }

    // While the administrator decides, and while records go up, the page follows by itself.
    void on_tick(Ui& ui) override {
        const std::int64_t due = looked_ms_ + look_every_ms - ui.boot_ms();
        if (due <= 0) look(ui);
        ui.redraw_in_ms(due <= 0 ? look_every_ms : due);
    }

    void draw(Ui& ui) override {
        const MachineFacts* machine = machine_ ? &*machine_ : nullptr;
        const ItemState state = item_state(ui, SetupItem::district, machine);
        DetailPage page{.item = SetupItem::district,
                        .notice = {.kind = notice_kind(state.health), .title = state.what, .text = state.mend},
                        .facts = {}};
        const SyncView* district = machine && machine->district ? &*machine->district : nullptr;
        if (district) page.facts = facts(ui, *district);
        if (district && district->state != LinkState::approved)
            page.deeds.push_back({.id = "pairing",
                                  .label = ui.t(district->state == LinkState::waiting ? "installer.district.other"
                                                                                      : "installer.district.join"),
                                  .icon = "keyboard"});
        page.deeds.push_back({.id = "look_again", .label = ui.t("installer.network.again"), .icon = "refresh"});
        const auto tapped = layout_.draw(ui, page);
        if (!tapped) return;
        if (page.deeds[static_cast<std::size_t>(*tapped)].id == "pairing") return ui.go(ScreenId::pairing);
        look(ui);
    }

private:
    void look(Ui& ui) {
        looked_ms_ = ui.boot_ms();
        ui.ask(AskMachine{});
    }

    static std::vector<Fact> facts(const Ui& ui, const SyncView& district) {
        std::vector<Fact> facts;
        const auto add = [&](const char* key, std::string value) {
            if (!value.empty()) facts.push_back({ui.t(std::string("installer.district.") + key), std::move(value)});
        };
        if (district.state == LinkState::none) {
            add("unsent_kept", ui.t("installer.version.entries", {{"n", std::to_string(district.journal_seq)}}));
            return facts;
        }
        if (district.state == LinkState::waiting) add("fingerprint", in_lines(district.fingerprint, '-'));
        add("unsent", district.unsent == 0
                          ? ui.t("installer.district.all_sent")
                          : ui.t("installer.version.entries", {{"n", std::to_string(district.unsent)}}));
        if (district.unsent > 0) add("oldest", length_words(ui, district.oldest_unsent_ms));
        add("contact", district.since_contact_ms
                           ? ui.t("installer.district.ago", {{"age", length_words(ui, *district.since_contact_ms)}})
                       : district.contact_ms ? ui.date_text(*district.contact_ms)
                                             : ui.t("installer.district.never"));
        add("hall", district.hall_name);
        add("address", in_lines(district.address, '/'));
        if (district.state != LinkState::waiting) add("fingerprint", in_lines(district.fingerprint, '-'));
        if (!district.trouble_detail.empty()) add("detail", in_lines(district.trouble_detail, ' '));
        return facts;
    }

    DetailLayout layout_;
    std::optional<MachineFacts> machine_;
    std::int64_t looked_ms_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_district_screen() { return std::make_unique<DistrictPage>(); }

}  // namespace linli::kiosk
