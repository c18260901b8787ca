// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "hall/base/version.h"
#include "kiosk/draw/draw_list.h"
#include "kiosk/screens/installer/detail_page.h"
#include "kiosk/screens/installer/in_lines.h"
#include "kiosk/screens/installer/installer_pages.h"
#include "kiosk/screens/installer/item_state.h"

namespace linli::kiosk {
namespace {

/// Pages about the box itself: they ask the worker, who looks at the system, and show what it brings.
class MachinePage : public Screen {
public:
    void on_enter(Ui& ui) override { ui.ask(AskMachine{}); }

    void on_reply(Ui&, const Reply& reply) override {
        const auto* answer = std::get_if<AnswerValue>(&reply.answer);
        if (const auto* facts = answer ? std::get_if<MachineFacts>(answer) : nullptr) machine_ = *facts;
    }

protected:
    const MachineFacts* machine() const { return machine_ ? &*machine_ : nullptr; }
    DetailLayout& layout() { return layout_; }

private:
    std::optional<MachineFacts> machine_;
    DetailLayout layout_;
};

class NetworkPage final : public MachinePage {
public:
    void draw(Ui& ui) override {
        const ItemState state = item_state(ui, SetupItem::network, machine());
        const auto tapped = layout().draw(
            ui, {.item = SetupItem::network,
                 .notice = {.kind = notice_kind(state.health), .title = state.what, .text = state.mend},
                 .facts = machine() ? facts(ui, *machine()) : std::vector<Fact>{},
                 .deeds = {{.id = "look_again", .label = ui.t("installer.network.again"), .icon = "refresh"}}});
        if (tapped) ui.ask(AskMachine{});
    }

private:
    static std::vector<Fact> facts(const Ui& ui, const MachineFacts& machine) {
        std::vector<Fact> facts;
        for (const NetworkInterface& one : machine.network.interfaces) {
            const bool up = one.link != NetworkInterface::Link::down;
            facts.push_back({one.name, ui.t(up ? "installer.network.up" : "installer.network.down")});
            for (const std::string& address : one.addresses) facts.push_back({one.name, in_lines(address, ':')});
        }
        const auto& route = machine.network.route;
        facts.push_back({ui.t("installer.network.gateway"),
                         route ? route->gateway + " · " + route->interface : ui.t("installer.network.no")});
        facts.push_back({ui.t("installer.network.time"),
                         ui.t(machine.clock == ClockKeeping::by_network ? "installer.network.time_kept"
                                                                        : "installer.network.time_alone")});
        return facts;
    }
};

class VersionPage final : public MachinePage {
public:
    void draw(Ui& ui) override {
        layout().draw(ui, {.item = SetupItem::version,
                           .notice = {.title = ui.t("installer.version.short", {{"version", linli_version()}}),
                                      .text = ui.t("installer.version.what")},
                           .facts = machine() ? facts(ui, *machine()) : std::vector<Fact>{},
                           .deeds = {}});
    }

private:
    static std::vector<Fact> facts(const Ui& ui, const MachineFacts& machine) {
        std::vector<Fact> facts;
        if (machine.box) {
            facts.push_back({ui.t("installer.version.content"), std::to_string(machine.box->content_version)});
            facts.push_back({ui.t("installer.version.journal"),
                             ui.t("installer.version.entries", {{"n", std::to_string(machine.box->journal_entries)}})});
        }
        if (machine.free_bytes)
            facts.push_back({ui.t("installer.version.disk"),
                             ui.t("installer.version.mib", {{"n", std::to_string(*machine.free_bytes >> 20)}})});
        facts.push_back({ui.t("installer.version.database"), in_lines(machine.database, '/')});
        if (machine.box) {
            facts.push_back({ui.t("installer.version.schema"), std::to_string(machine.box->schema_version)});
            facts.push_back({"SQLite", machine.box->sqlite_version});
        }
        facts.push_back({"Dear ImGui", imgui_version()});
        if (machine.box) facts.push_back({ui.t("installer.version.box"), in_lines(machine.box->box_id, '-')});
        return facts;
    }
};

}  // namespace

std::unique_ptr<Screen> make_network_screen() { return std::make_unique<NetworkPage>(); }
std::unique_ptr<Screen> make_version_screen() { return std::make_unique<VersionPage>(); }

}  // namespace linli::kiosk
