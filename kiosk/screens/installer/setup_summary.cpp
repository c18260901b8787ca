// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "kiosk/frame/page_head.h"
#include "kiosk/screens/installer/detail_page.h"
#include "kiosk/screens/installer/installer_pages.h"
#include "kiosk/screens/installer/item_state.h"
#include "kiosk/widgets/cell_list.h"
#include "kiosk/widgets/fit.h"

namespace linli::kiosk {
namespace {

/// What is to be done stands first; what was only passed by is to be done as well.
class SummaryPage final : public Screen {
public:
    void on_enter(Ui& ui) override { ui.ask(AskMachine{}); }

    void on_reply(Ui&, const Reply& reply) override {
        const auto* answer = std::get_if<AnswerValue>(&reply.answer);
        if (const auto* facts = answer ? std::get_if<MachineFacts>(answer) : nullptr) machine_ = *facts;
    }

    void draw(Ui& ui) override {
        std::vector<Line> lines;
        lines.reserve(checked_items.size());
        for (const SetupItem item : checked_items)
            lines.push_back({item, item_state(ui, item, machine_ ? &*machine_ : nullptr)});
        std::ranges::stable_sort(lines, {}, [](const Line& line) { return rank(line.state.health); });
        const auto open = std::ranges::count_if(lines, [](const Line& line) { return rank(line.state.health) < 2; });
        PageAreas areas =
            page_head(ui, {.title = open == 0 ? ui.t("installer.summary.good")
                                              : ui.t("installer.summary.open", {{"n", std::to_string(open)}}),
                           .icon = open == 0 ? "check_circle" : "playlist_add_check",
                           .icon_tint = open == 0 ? Role::success : Role::warning});
        Rect touching = areas.touching;
        const Rect foot = touching.cut_bottom(ui.theme().length("button"), 24);
        if (button(ui, {.id = "to_list",
                        .rect = foot.column(0, 2, 24),
                        .label = ui.t("installer.summary.list"),
                        .icon = "arrow_back"}))
            ui.replace(ScreenId::installer);
        if (button(ui, {.id = "setup_leave",
                        .rect = foot.column(1, 2, 24),
                        .label = ui.t("installer.leave"),
                        .icon = "logout"}))
            ui.finish();
        cells_.draw(ui,
                    {.id = "summary",
                     .area = touching,
                     .count = static_cast<int>(lines.size()),
                     .cell_height = std::min(cell_height(ui), touching.height),
                     .gap = 24},
                    [&](int index, const Rect& rect) { draw_line(ui, lines[static_cast<std::size_t>(index)], rect); });
    }

private:
    struct Line {
        SetupItem item;
        ItemState state;
    };

    // Room for a title and three lines of what to do.
    static float cell_height(const Ui& ui) {
        if (ui.modes().landscape()) return ui.modes().low() ? 216 : 204;
        return ui.modes().larger() ? 276 : 196;
    }

    static int rank(ItemState::Health health) {
        switch (health) {
            case ItemState::Health::bad:
                return 0;
            case ItemState::Health::warning:
            case ItemState::Health::unseen:
                return 1;
            default:
                return 2;
        }
    }

    static void draw_line(Ui& ui, const Line& line, const Rect& rect) {
        Canvas& canvas = ui.canvas();
        const Touch touch = ui.touch(std::string("item.") + name_of(line.item), rect);
        Rect inner = touchable(ui, rect, Ground::raised, touch, canvas.length("radius.button")).inset(28, 12);
        const float em = canvas.icon_em(56);
        const ItemState::Health health = line.state.health;
        if (*health_icon(health) != '\0')
            canvas.icon(inner.cut_left(em, 24).middle({em, em}), health_icon(health), health_ink(health));
        canvas.icon(inner.cut_right(52, 12).middle({52, 52}), "chevron_right", Role::accent);
        TextStyle title{.role = TextRole::list, .weight = Weight::bold, .line_height = 1.2F};
        const std::string name =
            ui.t("installer.summary.line", {{"name", item_title(ui, line.item)}, {"word", health_word(ui, health)}});
        title = fitted(canvas, name, title, {inner.width, inner.height}, TextRole::caption, 1);
        const float title_height = canvas.measure(name, title, inner.width).height;
        const std::string note = line.state.mend.empty() ? line.state.what : line.state.mend;
        const TextStyle style =
            fitted(canvas, note, {.role = TextRole::small, .tint = Role::text_muted, .line_height = 1.25F},
                   {inner.width, inner.height - title_height - 4}, TextRole::caption, 3);
        const float note_height = canvas.measure(note, style, inner.width).height;
        Rect group = inner.middle({inner.width, title_height + 4 + note_height});
        canvas.text(group.cut_top(title_height, 4), name, title);
        canvas.text(group, note, style);
        if (touch.tapped) ui.go(page_of(line.item));
    }

    CellList cells_;
    std::optional<MachineFacts> machine_;
};

}  // namespace

std::unique_ptr<Screen> make_setup_summary_screen() { return std::make_unique<SummaryPage>(); }

}  // namespace linli::kiosk
