// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/installer/item_state.h"

#include <array>

#include "hall/base/version.h"
#include "hall/text/device_words.h"
#include "kiosk/screens/ui_words.h"

namespace linli::kiosk {
namespace {

using Health = ItemState::Health;

Health health_of(DeviceHealth health) {
    switch (health) {
        case DeviceHealth::good:
            return Health::good;
        case DeviceHealth::warning:
            return Health::warning;
        case DeviceHealth::bad:
            return Health::bad;
        case DeviceHealth::absent:
            break;
    }
    return Health::absent;
}

// Several programs may have one each. The one that residents miss most counts; one that is there before none.
int weight(DeviceHealth health) {
    constexpr std::array weights{1, 2, 3, 0};  // good, warning, bad, absent
    return weights[static_cast<std::size_t>(health)];
}

ItemState device_state(const Ui& ui, Device device, SetupVisit::Outcome outcome) {
    const DeviceStatus* counts = nullptr;
    for (const DeviceStatus& one : ui.status().devices)
        if (one.device == device && (counts == nullptr || weight(one.health) > weight(counts->health))) counts = &one;
    const Catalogue& texts = texts_of(ui);
    const DeviceWords words =
        counts ? device_words(texts, name_of(device), counts->detail) : unheard_device_words(texts, name_of(device));
    ItemState state{counts ? health_of(counts->health) : Health::unseen, words.what, words.mend};
    if (outcome == SetupVisit::Outcome::bad && (state.health == Health::good || state.health == Health::unseen)) {
        state.health = Health::bad;
        state.what = ui.t("installer.test_failed");
        state.mend = ui.t(std::string("installer.") + name_of(device) + ".not_seen");
    }
    return state;
}

ItemState tried_state(const Ui& ui, SetupItem item) {
    const std::string key = std::string("installer.") + name_of(item);
    switch (ui.session().setup.outcome(item)) {
        case SetupVisit::Outcome::good:
            return {Health::good, ui.t(key + ".good"), ""};
        case SetupVisit::Outcome::bad:
            return {Health::bad, ui.t(key + ".bad"), ui.t(key + ".mend")};
        case SetupVisit::Outcome::untried:
            break;
    }
    return {Health::unseen, ui.t(key + ".untried"), ui.t(key + ".how")};
}

ItemState touch_state(const Ui& ui) {
    const TouchFinding finding = touch_finding_of(ui);
    const bool bad = ui.session().setup.outcome(SetupItem::touch) == SetupVisit::Outcome::bad;
    if (!bad || finding.fault == TouchFinding::Fault::none) return tried_state(ui, SetupItem::touch);
    const std::string key = std::string("installer.touch.fault.") + name_of(finding.fault);
    const std::string way = ui.t(std::string("installer.touch.way.") + name_of(finding.way));
    return {Health::bad, ui.t(key, {{"way", way}}), ui.t(key + ".mend")};
}

ItemState network_state(const Ui& ui, const MachineFacts* machine) {
    if (machine == nullptr) return {Health::plain, ui.t("installer.looking"), ""};
    if (!machine->network.connected())
        return {Health::warning, ui.t("installer.network.none"), ui.t("installer.network.none_mend")};
    if (!machine->network.route)
        return {Health::warning, ui.t("installer.network.no_route"), ui.t("installer.network.no_route_mend")};
    if (machine->clock != ClockKeeping::by_network)
        return {Health::warning, ui.t("installer.network.clock"), ui.t("installer.network.clock_mend")};
    return {Health::good, ui.t("installer.network.good"), ""};
}

ItemState district_state(const Ui& ui, const MachineFacts* machine) {
    if (machine == nullptr) return {Health::plain, ui.t("installer.looking"), ""};
    if (!machine->district) return {Health::bad, ui.t("installer.district.unknown"), ""};
    const SyncView& district = *machine->district;
    const std::string mend = ui.t(std::string("sync.trouble.") + name_of(district.trouble));
    const bool troubled = district.trouble != SyncTrouble::none;
    switch (district.state) {
        case LinkState::none:
            return {Health::absent, ui.t("installer.district.none"),
                    troubled ? mend : ui.t("installer.district.none_mend")};
        case LinkState::waiting:
            return {Health::warning, ui.t("installer.district.waiting"),
                    troubled ? mend : ui.t("installer.district.waiting_mend")};
        case LinkState::revoked:
            return {Health::bad, ui.t("installer.district.revoked"), mend};
        case LinkState::approved:
            break;
    }
    if (!district.agent_runs)
        return {Health::bad, ui.t("installer.district.not_running"), ui.t("installer.district.not_running_mend")};
    if (troubled) return {Health::warning, ui.t("installer.district.troubled"), mend};
    return {Health::good, ui.t("installer.district.good"), ""};
}

}  // namespace

ItemState item_state(const Ui& ui, SetupItem item, const MachineFacts* machine) {
    if (const auto device = device_of(item)) return device_state(ui, *device, ui.session().setup.outcome(item));
    switch (item) {
        case SetupItem::touch:
            return touch_state(ui);
        case SetupItem::screen:
            return tried_state(ui, item);
        case SetupItem::network:
            return network_state(ui, machine);
        case SetupItem::district:
            return district_state(ui, machine);
        case SetupItem::version:
            return {Health::plain, ui.t("installer.version.short", {{"version", linli_version()}}), ""};
        case SetupItem::volume:
            return {Health::plain, ui.t("installer.volume.short"), ""};
        default:
            return {Health::plain, ui.t("installer.power.short"), ""};
    }
}

TouchFinding touch_finding_of(const Ui& ui) {
    const PanelFacts& facts = ui.panel();
    const Size panel{static_cast<float>(facts.width_px) / facts.scale,
                     static_cast<float>(facts.height_px) / facts.scale};
    return touch_finding(ui.modes().page(), panel, ui.session().setup.touches);
}

std::string health_word(const Ui& ui, Health health) {
    constexpr std::array names{"good", "warning", "bad", "absent", "unseen", "plain"};
    return ui.t(std::string("installer.health.") + names[static_cast<std::size_t>(health)]);
}

const char* health_icon(Health health) {
    constexpr std::array icons{"check_circle", "warning", "error", "remove_circle_outline", "help_outline", ""};
    return icons[static_cast<std::size_t>(health)];
}

Role health_ink(Health health) {
    constexpr std::array inks{Role::success,    Role::warning,    Role::danger,
                              Role::text_muted, Role::text_muted, Role::text_muted};
    return inks[static_cast<std::size_t>(health)];
}

NoticeKind notice_kind(Health health) {
    constexpr std::array kinds{NoticeKind::success, NoticeKind::warning, NoticeKind::danger,
                               NoticeKind::info,    NoticeKind::info,    NoticeKind::info};
    return kinds[static_cast<std::size_t>(health)];
}

const char* item_icon(SetupItem item) {
    constexpr std::array icons{"print", "tv",        "campaign",  "touch_app", "aspect_ratio",
                               "lan",   "apartment", "volume_up", "info",      "power_settings_new"};
    static_assert(icons.size() == setup_items.size());
    return icons[static_cast<std::size_t>(item)];
}

std::string item_title(const Ui& ui, SetupItem item) {
    return ui.t(std::string("installer.") + name_of(item) + ".title");
}

ScreenId page_of(SetupItem item) {
    constexpr std::array pages{ScreenId::installer_printer,  ScreenId::installer_board,  ScreenId::installer_sound,
                               ScreenId::installer_touch,    ScreenId::installer_screen, ScreenId::installer_network,
                               ScreenId::installer_district, ScreenId::installer_volume, ScreenId::installer_version,
                               ScreenId::installer_power};
    static_assert(pages.size() == setup_items.size());
    return pages[static_cast<std::size_t>(item)];
}

std::optional<Device> device_of(SetupItem item) {
    if (item == SetupItem::printer) return Device::printer;
    if (item == SetupItem::board) return Device::board;
    if (item == SetupItem::sound) return Device::sound;
    return std::nullopt;
}

}  // namespace linli::kiosk
