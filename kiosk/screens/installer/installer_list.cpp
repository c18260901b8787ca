// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <vector>

#include "kiosk/frame/page_head.h"
#include "kiosk/screens/installer/detail_page.h"
#include "kiosk/screens/installer/installer_pages.h"
#include "kiosk/screens/installer/item_state.h"
#include "kiosk/widgets/cell_list.h"
#include "kiosk/widgets/fit.h"

namespace linli::kiosk {
namespace {

/// What may be looked at where no code could be checked: nothing that changes the hall or its devices.
constexpr std::array safe_items{SetupItem::touch, SetupItem::screen, SetupItem::network, SetupItem::version,
                                SetupItem::power};

class InstallerPage final : public Screen {
public:
    void on_enter(Ui& ui) override {
        ui.session().setup.walk.reset();
        question_ = ui.ask(AskMachine{});
    }

    void on_reply(Ui&, const Reply& reply) override {
        const auto* answer = std::get_if<AnswerValue>(&reply.answer);
        if (const auto* facts = answer ? std::get_if<MachineFacts>(answer) : nullptr) machine_ = *facts;
    }

    bool on_back(Ui& ui) override {
        ui.finish();
        return true;
    }

    void draw(Ui& ui) override {
        const bool full = ui.session().setup.right == SetupRight::full;
        PageAreas areas = page_head(ui, {.title = ui.t("installer.title"), .under = head_line(ui)});
        Rect touching = areas.touching;
        std::vector<Deed> deeds;
        if (full)
            deeds.push_back({.id = "check_all",
                             .label = ui.t("installer.check_all"),
                             .icon = "playlist_add_check",
                             .kind = ButtonKind::primary});
        deeds.push_back({.id = "setup_leave", .label = ui.t("installer.leave"), .icon = "logout"});
        const Rect foot = touching.cut_bottom(ui.theme().length("button"), 24);
        for (std::size_t i = 0; i < deeds.size(); ++i) {
            const Rect rect = foot.column(static_cast<int>(i), static_cast<int>(deeds.size()), 24);
            if (button(ui, {.id = deeds[i].id,
                            .rect = rect,
                            .label = deeds[i].label,
                            .icon = deeds[i].icon,
                            .kind = deeds[i].kind}))
                act(ui, deeds[i].id);
        }
        draw_items(ui, touching);
    }

private:
    static std::string head_line(const Ui& ui) {
        if (ui.session().setup.right == SetupRight::without_hall) return ui.t("installer.without_hall");
        return ui.modes().low() && ui.modes().landscape() ? "" : ui.t("installer.under");
    }

    static void act(Ui& ui, const std::string& id) {
        if (id == "setup_leave") return ui.finish();
        ui.session().setup.walk = 0;
        ui.go(page_of(checked_items.front()));
    }

    void draw_items(Ui& ui, const Rect& area) {
        std::vector<SetupItem> items(setup_items.begin(), setup_items.end());
        if (ui.session().setup.right != SetupRight::full) items.assign(safe_items.begin(), safe_items.end());
        const bool many = ui.modes().low() || (items.size() > 9 && !ui.modes().larger());
        const int columns = ui.modes().landscape() ? (many ? 4 : 3) : 2;
        const int rows = (static_cast<int>(items.size()) + columns - 1) / columns;
        constexpr float gap = 24, tallest = 216, lowest = 168;
        const float shared = (area.height - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
        // The buttons that turn the list's pages need two finger's breadths.
        const float height = shared >= lowest ? std::min(shared, tallest) : tallest;
        cells_.draw(ui,
                    {.id = "items",
                     .area = area,
                     .count = static_cast<int>(items.size()),
                     .cell_height = std::min(height, area.height),
                     .gap = gap,
                     .columns = columns},
                    [&](int index, const Rect& rect) { item_cell(ui, items[static_cast<std::size_t>(index)], rect); });
    }

    void item_cell(Ui& ui, SetupItem item, const Rect& rect) {
        Canvas& canvas = ui.canvas();
        const ItemState state = item_state(ui, item, machine_ ? &*machine_ : nullptr);
        const Touch touch = ui.touch(std::string("item.") + name_of(item), rect);
        Rect inner = touchable(ui, rect, Ground::raised, touch, canvas.length("radius.tile")).inset(24, 16);
        const float icon = 64;
        Rect head = inner.cut_top(inner.height * 0.5F);
        canvas.icon(head.cut_left(icon, 20).middle({icon, icon}), item_icon(item), Role::accent);
        TextStyle title{.role = TextRole::list, .weight = Weight::bold, .stand = Stand::middle, .line_height = 1.2F};
        const std::string name = item_title(ui, item);
        canvas.text(head, name, fitted(canvas, name, title, {head.width, head.height}, TextRole::caption, 2));
        const bool marked = *health_icon(state.health) != '\0';
        if (marked) {
            const float em = canvas.icon_em(40);
            canvas.icon(inner.cut_left(em, 12).middle({em, em}), health_icon(state.health), health_ink(state.health));
        }
        const std::string word = marked ? health_word(ui, state.health) : state.what;
        TextStyle style{.role = TextRole::small,
                        .tint = health_ink(state.health),
                        .weight = marked ? Weight::bold : Weight::regular,
                        .stand = Stand::middle,
                        .line_height = 1.2F};
        const TextStyle more{.role = TextRole::small, .tint = Role::text_muted, .line_height = 1.2F};
        const bool told = marked && state.health != ItemState::Health::good && inner.height >= 2 * canvas.line(more) &&
                          fits(canvas, state.what, more, {inner.width, canvas.line(more) + 1});
        if (told) {
            style.stand = Stand::top;
            canvas.text(inner.cut_bottom(canvas.line(more)), state.what, more);
        }
        canvas.text(inner, word, fitted(canvas, word, style, {inner.width, inner.height}, TextRole::caption, 2));
        if (touch.tapped) ui.go(page_of(item));
    }

    CellList cells_;
    std::optional<MachineFacts> machine_;
    std::uint64_t question_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_installer_screen() { return std::make_unique<InstallerPage>(); }

}  // namespace linli::kiosk
