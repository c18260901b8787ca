// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/help.h"

#include <array>

#include "kiosk/frame/page_head.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/marks.h"

namespace linli::kiosk {
namespace {

constexpr std::int64_t patience_ms = 200;

class HelpPage final : public Screen {
public:
    void on_enter(Ui& ui) override { called_ = ui.status().help_called ? Called::yes : Called::no; }

    // A clerk who answers the call ends it at the counter.
    void on_picture(Ui& ui) override {
        if (asking_ == Asking::no) called_ = ui.status().help_called ? Called::yes : Called::no;
    }

    void on_reply(Ui&, const Reply& reply) override {
        if (reply.question != question_) return;
        asking_ = Asking::no;
        said_ = Said::nothing;
        if (const auto* refused = std::get_if<Refused>(&reply.answer)) {
            called_ = refused->why == Refusal::help_called_already ? Called::yes : called_;
            return;
        }
        const auto* answer = std::get_if<AnswerValue>(&reply.answer);
        const auto* help = answer ? std::get_if<HelpAnswer>(answer) : nullptr;
        if (!help) {
            said_ = Said::failed;
            return;
        }
        if (called_ == Called::yes && !help->open) said_ = Said::ended;
        called_ = help->open ? Called::yes : Called::no;
    }

    void draw(Ui& ui) override {
        PageAreas areas =
            page_head(ui, {.title = ui.t("help.title"), .icon = "support_agent", .icon_tint = Role::accent});
        Rect reading = ui.modes().landscape() && !ui.modes().low() ? areas.whole : areas.reading;
        reading.cut_top(8);
        reading.cut_top(notice(ui, reading, message(ui)), 40);
        const float big = ui.theme().length("button_big");
        if (ui.modes().low()) {
            call_button(ui, areas.touching.cut_top(big));
        } else {
            call_button(ui, reading.cut_top(big, 48));
        }
        tips(ui, ui.modes().landscape() ? areas.aside : reading);
    }

private:
    enum class Called : std::uint8_t { no, yes };
    enum class Asking : std::uint8_t { no, yes };
    enum class Said : std::uint8_t { nothing, ended, failed };

    Notice message(const Ui& ui) const {
        if (said_ == Said::failed) return {.kind = NoticeKind::danger, .title = ui.t("help.failed")};
        if (called_ == Called::yes)
            return {.kind = NoticeKind::success, .title = ui.t("help.called"), .text = ui.t("help.called_note")};
        if (said_ == Said::ended) return {.kind = NoticeKind::info, .title = ui.t("help.ended")};
        return {.kind = NoticeKind::info, .title = ui.t("help.what"), .text = ui.t("help.where")};
    }

    void call_button(Ui& ui, const Rect& rect) {
        const bool slow = asking_ == Asking::yes && ui.boot_ms() - asked_ms_ >= patience_ms;
        const auto state = slow ? Button::State::working : Button::State::ready;
        const bool called = called_ == Called::yes;
        if (!button(ui, {.id = called ? "end_help" : "call_help",
                         .rect = rect,
                         .label = ui.t(called ? "help.end" : "help.call"),
                         .icon = called ? "close" : "support_agent",
                         .kind = called ? ButtonKind::secondary : ButtonKind::primary,
                         .role = TextRole::heading,
                         .state = state}) ||
            asking_ == Asking::yes)
            return;
        question_ = called ? ui.ask(AskEndHelp{}) : ui.ask(AskHelp{});
        asking_ = Asking::yes;
        asked_ms_ = ui.boot_ms();
        ui.redraw_in_ms(patience_ms);
    }

    // As many as there is room for: the first ones help most people.
    static void tips(Ui& ui, Rect area) {
        const std::array<std::array<const char*, 3>, 4> all{{{"format_size", "help.larger", "help.larger_note"},
                                                             {"vertical_align_bottom", "help.low", "help.low_note"},
                                                             {"undo", "help.back", "help.back_note"},
                                                             {"person", "help.speak", "help.speak_note"}}};
        Canvas& canvas = ui.canvas();
        const TextStyle heading{.role = TextRole::sub, .weight = Weight::bold};
        const TextStyle title{.role = TextRole::list, .weight = Weight::bold};
        const TextStyle note{.role = TextRole::body, .tint = Role::text_muted};
        const float icon = canvas.icon_em(56);
        const auto height = [&](const std::array<const char*, 3>& tip) {
            const float width = area.width - icon - 24;
            return canvas.measure(ui.t(tip[1]), title, width).height + canvas.measure(ui.t(tip[2]), note, width).height;
        };
        const float heading_height = canvas.measure(ui.t("help.tips"), heading, area.width).height;
        if (heading_height + 20 + height(all.front()) > area.height) return;
        canvas.text(area.cut_top(heading_height, 20), ui.t("help.tips"), heading);
        for (const auto& tip : all) {
            const float used = height(tip);
            if (used > area.height) return;
            Rect rest = area.cut_top(used, 28);
            canvas.icon(rest.cut_left(icon, 24).middle({icon, icon}), tip[0], Role::accent);
            rest.cut_top(canvas.text(rest, ui.t(tip[1]), title).height);
            canvas.text(rest, ui.t(tip[2]), note);
        }
    }

    Called called_ = Called::no;
    Asking asking_ = Asking::no;
    Said said_ = Said::nothing;
    std::uint64_t question_ = 0;
    std::int64_t asked_ms_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_help_screen() { return std::make_unique<HelpPage>(); }

}  // namespace linli::kiosk
