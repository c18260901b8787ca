// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/ticket.h"

#include <vector>

#include "kiosk/frame/page_head.h"
#include "kiosk/screens/message_page.h"
#include "kiosk/screens/slip_notice.h"
#include "kiosk/screens/ticket_card.h"
#include "kiosk/screens/ui_words.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/marks.h"

namespace linli::kiosk {
namespace {

enum class Turn : std::uint8_t { waiting, called };

constexpr std::int64_t bar_moves_ms = 200;

Turn turn_of(const TicketView& view) {
    const TicketState state = view.ticket.state;
    return state == TicketState::called || state == TicketState::serving ? Turn::called : Turn::waiting;
}

class TicketPage final : public Screen {
public:
    void on_enter(Ui& ui) override {
        entered_ms_ = ui.boot_ms();
        ask(ui);
        follow(ui);
    }
    void on_picture(Ui& ui) override {
        ask(ui);
        // Whoever came, or sees to it at the counter, has ended the call.
        if (help_ == Help::called && help_seen_ && !ui.status().help_called) help_ = Help::no;
        help_seen_ = ui.status().help_called;
    }

    void on_reply(Ui& ui, const Reply& reply) override {
        if (help_ == Help::asked && reply.question == help_question_) {
            help_ = std::holds_alternative<AnswerValue>(reply.answer) ? Help::called : Help::failed;
            ui.redraw_in_ms(0);
        }
        if (reply.question != question_) return;
        // What is shown stays until a newer answer comes: a failed reading takes nothing away from the number.
        const auto* answer = std::get_if<AnswerValue>(&reply.answer);
        if (const auto* view = answer ? std::get_if<TicketView>(answer) : nullptr) ui.session().ticket = *view;
        follow(ui);
    }

    void draw(Ui& ui) override {
        if (!ui.session().ticket) {
            if (message_page(ui, {.title = ui.t("ticket.title_larger"),
                                  .first = ui.t("ticket.none"),
                                  .ways = {{.id = "take_number",
                                            .label = ui.t("ticket.take_one"),
                                            .icon = "confirmation_number",
                                            .kind = ButtonKind::primary}}}))
                ui.replace(ScreenId::choose);
            return;
        }
        const TicketView& view = *ui.session().ticket;
        const Turn turn = turn_of(view);
        const bool called = turn == Turn::called;
        stand_ = slip_stand(view, ui.status(), waited_ms(ui));
        if (stand_ == SlipStand::printing) ui.redraw_in_ms(bar_moves_ms);
        const char* title = ui.modes().larger() || ui.modes().landscape() ? "ticket.title_larger" : "ticket.title";
        PageAreas areas = page_head(ui, {.title = ui.t(called ? "ticket.called_title" : title),
                                         .progress = {.step = 3, .steps = 3, .now = ui.t("ticket.step")},
                                         .icon = called ? "campaign" : "check_circle",
                                         .icon_tint = called ? Role::brand_warm : Role::success});
        Rect page = areas.whole;
        const bool flat = ui.modes().landscape() && ui.modes().larger();
        const bool big = ui.modes().larger() && !ui.modes().landscape();
        const float height = flat ? 120.F : ui.theme().length(big ? "button_big" : "button");
        buttons(ui, page.cut_bottom(height, ui.theme().length("gap")), turn);
        if (called) {
            page.cut_top(called_card(ui, page, view), 40);
            bring_list(ui, ui.modes().landscape() ? areas.aside : page, view);
            return;
        }
        const Rect card = page.cut_top(ticket_card_height(ui), 28);
        ticket_card(ui, card, view);
        if (ui.modes().landscape())
            beside(ui, areas.aside, page, view);
        else
            below(ui, page, view);
    }

private:
    void ask(Ui& ui) {
        if (ui.session().ticket) question_ = ui.ask(AskShow{ui.session().ticket->ticket.code()});
    }

    // Served, missed or given back meanwhile: another page says what that means.
    static void follow(Ui& ui) {
        if (!ui.session().ticket) return;
        const TicketState state = ui.session().ticket->ticket.state;
        if (!stands_in_line(state) && turn_of(*ui.session().ticket) != Turn::called) ui.replace(ScreenId::ticket_state);
    }

    std::int64_t waited_ms(const Ui& ui) const { return ui.boot_ms() - entered_ms_; }

    Notice paper(Ui& ui, const TicketView& view) const {
        Notice told = slip_notice(ui, view, stand_, waited_ms(ui));
        if (help_ != Help::called && help_ != Help::failed) return told;
        const bool called = help_ == Help::called;
        told.kind = called ? NoticeKind::success : NoticeKind::danger;
        told.icon = "support_agent";
        told.title = ui.t(called ? "ticket.write_called_title" : "ticket.write_failed_title");
        told.text = ui.t("ticket.write_note", {{"code", view.ticket.check_code}});
        return told;
    }

    // What to do now, as far as there is room; that one may sit down goes first.
    std::vector<Step> steps(Ui& ui, const Rect& room, const TicketView& view) const {
        const std::string& area = ui.in(ui.content().waiting_area);
        const int others = ui.content().rules.rejoin_after;
        std::vector<Step> steps{
            Step{ui.t("ticket.sit"), area.empty() ? ui.t("ticket.sit_note_plain") : area},
            Step{ui.t("ticket.listen"), ui.t("ticket.listen_note", {{"code", view.ticket.code()},
                                                                    {"counters", counters_words(ui, view.counters)}})},
            Step{ui.t("ticket.missed"), ui.t("ticket.missed_note", {{"n", std::to_string(others)}})}};
        if (stand_ == SlipStand::printing || stand_ == SlipStand::printed)
            steps[0].title = ui.t("ticket.take_slip_and_sit");
        if (went_wrong(stand_)) {
            steps[0] = {ui.t("ticket.remember", {{"code", view.ticket.code()}}), ui.t("ticket.remember_note")};
            steps[1].title = ui.t("ticket.sit_and_listen");
            // The number matters most here: what goes where there is no room is the last, not the first.
            while (!steps.empty() && steps_height(ui, steps, room.width) > room.height) steps.pop_back();
        }
        while (!steps.empty() && steps_height(ui, steps, room.width) > room.height) steps.erase(steps.begin());
        return steps;
    }

    void below(Ui& ui, Rect area, const TicketView& view) const {
        area.cut_top(notice(ui, area, paper(ui, view)), 28);
        if (!ui.modes().larger()) {
            step_list(ui, area, steps(ui, area, view));
            return;
        }
        const std::string text = ui.t("ticket.listen_larger",
                                      {{"code", view.ticket.code()}, {"counters", counters_words(ui, view.counters)}});
        const TextStyle style{.role = TextRole::body};
        if (ui.canvas().measure_marked(text, style, area.width).height <= area.height)
            ui.canvas().marked(area, text, style);
    }

    void beside(Ui& ui, Rect aside, const Rect& page, const TicketView& view) const {
        if (ui.modes().larger()) {
            notice(ui, aside, paper(ui, view));
            return;
        }
        notice(ui, page, paper(ui, view));
        step_list(ui, aside, steps(ui, aside, view));
    }

    void buttons(Ui& ui, Rect area, Turn turn) {
        const float gap = ui.theme().length("gap");
        const bool larger = ui.modes().larger();
        const Rect another = larger && !ui.modes().landscape() ? area.cut_left(360, gap) : area.column(0, 2, gap);
        const Rect done = larger && !ui.modes().landscape() ? area : area.column(1, 2, gap);
        const bool by_hand = turn == Turn::waiting && went_wrong(stand_);
        if (by_hand)
            write_for_me(ui, another);
        else if (button(ui, {.id = "another",
                             .rect = another,
                             .label = ui.t(larger ? "ticket.another_short" : "ticket.another"),
                             .icon = larger ? "" : "confirmation_number"}))
            take_another(ui);
        if (button(ui, {.id = "done",
                        .rect = done,
                        .label = ui.t(by_hand                ? "ticket.remembered"
                                      : turn == Turn::called ? "ticket.called_done"
                                                             : "ticket.done"),
                        .icon = "check",
                        .kind = ButtonKind::primary}))
            ui.finish();
    }

    // A call for a person, like the one on the help page: whoever comes writes the number down.
    void write_for_me(Ui& ui, const Rect& rect) {
        const bool called = help_ == Help::called;
        const bool larger = ui.modes().larger();
        if (!button(ui, {.id = "write_for_me",
                         .rect = rect,
                         .label = ui.t(called ? "ticket.write_called" : "ticket.write_for_me"),
                         .icon = larger ? "" : "support_agent",
                         .state = called || help_ == Help::asked ? Button::State::disabled : Button::State::ready}))
            return;
        help_question_ = ui.ask(AskHelp{});
        help_ = Help::asked;
    }

    static void take_another(Ui& ui) {
        ui.session().matter.clear();
        ui.session().priority.clear();
        ui.session().query.clear();
        ui.replace(ScreenId::choose);
    }

    enum class Help : std::uint8_t { no, asked, called, failed };

    std::uint64_t question_ = 0;
    std::uint64_t help_question_ = 0;
    std::int64_t entered_ms_ = 0;
    SlipStand stand_ = SlipStand::none;
    Help help_ = Help::no;
    bool help_seen_ = false;  ///< in the newest picture
};

}  // namespace

std::unique_ptr<Screen> make_ticket_screen() { return std::make_unique<TicketPage>(); }

}  // namespace linli::kiosk
