// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/ticket_state.h"

#include <optional>
#include <string>
#include <vector>

#include "kiosk/frame/page_head.h"
#include "kiosk/screens/entry_page.h"
#include "kiosk/screens/message_page.h"
#include "kiosk/screens/number_entry.h"
#include "kiosk/screens/state_card.h"
#include "kiosk/widgets/dialog.h"

namespace linli::kiosk {
namespace {

constexpr std::int64_t patience_ms = 200;

/// Three views: how the number stands; the four digits that giving back asks for; the last question before it.
class TicketStatePage final : public Screen {
public:
    void on_enter(Ui& ui) override { look(ui); }
    void on_picture(Ui& ui) override {
        if (asking_ == Asking::no) look(ui);
    }

    void on_reply(Ui& ui, const Reply& reply) override {
        const auto* answer = std::get_if<AnswerValue>(&reply.answer);
        const auto* view = answer ? std::get_if<TicketView>(answer) : nullptr;
        if (reply.question == look_question_ && view) ui.session().ticket = *view;
        if (reply.question != deed_question_ || asking_ == Asking::no) return;
        asking_ = Asking::no;
        if (view) {
            ui.session().ticket = *view;
            show_state(done_text(ui), StateCard::Flash::good);
        } else if (const auto* refused = std::get_if<Refused>(&reply.answer)) {
            refuse(ui, *refused);
        } else {
            show_state(ui.t("ticket_state.failed"), StateCard::Flash::bad);
        }
    }

    bool on_back(Ui& ui) override {
        if (view_ == View::state) return false;
        view_ = view_ == View::last_question ? View::check_code : View::state;
        ui.redraw_in_ms(0);
        return true;
    }

    void draw(Ui& ui) override {
        if (!ui.session().ticket) {
            if (message_page(ui, {.title = ui.t("find_ticket.title"),
                                  .first = ui.t("ticket_state.none"),
                                  .ways = {{.id = "find",
                                            .label = ui.t("ticket_state.find"),
                                            .icon = "search",
                                            .kind = ButtonKind::primary}}}))
                ui.replace(ScreenId::find_ticket);
            return;
        }
        if (view_ == View::state)
            state_view(ui, *ui.session().ticket);
        else
            check_view(ui, ui.session().ticket->ticket.code());
        if (view_ == View::last_question) last_question(ui, ui.session().ticket->ticket.code());
    }

private:
    enum class View : std::uint8_t { state, check_code, last_question };
    enum class Asking : std::uint8_t { no, yes };

    void look(Ui& ui) {
        if (ui.session().ticket) look_question_ = ui.ask(AskShow{ui.session().ticket->ticket.code()});
    }

    void ask_deed(Ui& ui, Question question) {
        deed_question_ = ui.ask(std::move(question));
        asking_ = Asking::yes;
        asked_ms_ = ui.boot_ms();
        ui.redraw_in_ms(patience_ms);
    }

    std::string done_text(const Ui& ui) const {
        switch (deed_) {
            case TicketDeed::give_back:
                return ui.t("ticket_state.given_back");
            case TicketDeed::undo:
                return ui.t("ticket_state.undone");
            case TicketDeed::rejoin:
                return ui.t("ticket_state.rejoined");
            case TicketDeed::nothing:
                break;
        }
        return {};
    }

    void show_state(std::string flash, StateCard::Flash kind) {
        view_ = View::state;
        flash_ = std::move(flash);
        flash_kind_ = kind;
    }

    void refuse(Ui& ui, const Refused& refused) {
        if (refused.why == Refusal::wrong_check_code) {
            entry_.clear();
            wrong_code_ = ui.t("ticket_state.wrong_check_code");
            view_ = View::check_code;
            return;
        }
        const char* key = "ticket_state.changed";
        if (refused.why == Refusal::too_late) key = "ticket_state.too_late";
        if (refused.why == Refusal::rejoined_already) key = "ticket_state.rejoined_already";
        show_state(ui.t(key), StateCard::Flash::bad);
        look(ui);
    }

    void state_view(Ui& ui, const TicketView& view) {
        const StateWords words = state_words(ui, view.ticket);
        PageAreas areas = page_head(ui, {.title = ui.t("ticket_state.title", {{"code", view.ticket.code()}})});
        const std::vector<MessagePage::Way> ways = ways_for(ui, words.deed);
        // In landscape the left column has room for the figures, unless low mode needs its lower part.
        const bool facts_aside = ui.modes().landscape() && !ui.modes().low();
        Rect reading = areas.reading;
        if (!ui.modes().landscape()) reading.cut_top(8);
        Rect acting = areas.touching;
        if (!ui.modes().low()) acting = reading.cut_bottom(ways_height(ui, ways), 32);
        const float facts = facts_aside ? 0 : state_facts_height(ui, reading.width, view);
        const Size room{reading.width, reading.height - (facts > 0 ? facts + 24 : 0)};
        const StateCard card =
            card_that_fits(ui, room, {.view = view, .words = words, .flash = flash_, .flash_kind = flash_kind_});
        state_card(ui, reading, card);
        const float height = state_card_height(ui, reading.width, card);
        reading.cut_top(height, 24);
        if (height <= room.height) state_facts(ui, facts_aside ? areas.aside : reading, view);
        act(ui, words.deed, acting, ways);
    }

    // The number stands in the title as well, and what to do shows in the buttons: both go before the figures do.
    static StateCard card_that_fits(Ui& ui, const Size& room, StateCard card) {
        if (state_card_height(ui, room.width, card) <= room.height) return card;
        card.number = StateCard::Number::left_out;
        if (state_card_height(ui, room.width, card) > room.height && card.flash.empty()) card.words.note.clear();
        return card;
    }

    static std::vector<MessagePage::Way> ways_for(const Ui& ui, TicketDeed deed) {
        std::vector<MessagePage::Way> ways;
        const bool first_deed = deed == TicketDeed::rejoin || deed == TicketDeed::undo;
        if (deed == TicketDeed::rejoin)
            ways.push_back({.id = "rejoin", .label = ui.t("ticket_state.rejoin"), .icon = "undo"});
        if (deed == TicketDeed::undo)
            ways.push_back({.id = "undo", .label = ui.t("ticket_state.undo"), .icon = "undo"});
        ways.push_back({.id = "ok", .label = ui.t("ticket_state.ok"), .icon = "check"});
        ways.front().kind = ButtonKind::primary;
        if (deed == TicketDeed::give_back)
            ways.push_back({.id = "give_back", .label = ui.t("ticket_state.give_back"), .icon = "delete"});
        if (deed == TicketDeed::nothing || first_deed)
            ways.push_back({.id = "take_number", .label = ui.t("ticket_state.take"), .icon = "confirmation_number"});
        ways.push_back({.id = "other", .label = ui.t("ticket_state.other"), .icon = "search"});
        return ways;
    }

    void act(Ui& ui, TicketDeed deed, const Rect& area, const std::vector<MessagePage::Way>& ways) {
        const std::optional<int> tapped = ways_on(ui, area, ways);
        if (tapped && asking_ == Asking::no) chosen(ui, ways[static_cast<std::size_t>(*tapped)].id, deed);
    }

    void chosen(Ui& ui, const std::string& way, TicketDeed deed) {
        if (way == "ok") ui.home();
        if (way == "take_number") ui.replace(ScreenId::choose);
        if (way == "other") ui.back();
        if (way == "rejoin") {
            deed_ = deed;
            ask_deed(ui, AskRejoin{ui.session().ticket->ticket.code()});
        }
        if (way != "give_back" && way != "undo") return;
        // Taken back within the same visit: the digits were right a moment ago.
        if (deed == TicketDeed::undo && entry_.complete()) {
            deed_ = deed;
            ask_deed(ui, AskUndoGiveBack{ui.session().ticket->ticket.code(), entry_.text()});
            return;
        }
        deed_ = deed;
        entry_.clear();
        wrong_code_.clear();
        flash_.clear();
        view_ = View::check_code;
        ui.redraw_in_ms(0);
    }

    void check_view(Ui& ui, const std::string& code) {
        const bool slow = asking_ == Asking::yes && ui.boot_ms() - asked_ms_ >= patience_ms;
        auto state = entry_.complete() ? Keypad::Action::ready : Keypad::Action::disabled;
        if (slow) state = Keypad::Action::working;
        const bool undo = deed_ == TicketDeed::undo;
        const KeyTap tap = entry_page(
            ui, {.title = ui.t(undo ? "ticket_state.check_title_undo" : "ticket_state.check_title", {{"code", code}}),
                 .text = entry_.text(),
                 .example = ui.t("ticket_state.check_example"),
                 .guide = ui.t("ticket_state.check_hint"),
                 .wrong = wrong_code_,
                 .clear = ui.t("find_ticket.clear"),
                 .action = ui.t("ticket_state.check_next"),
                 .action_icon = "arrow_forward",
                 .state = state});
        if (tap.kind == KeyTap::Kind::none || view_ != View::check_code || asking_ == Asking::yes) return;
        wrong_code_.clear();
        if (tap.kind == KeyTap::Kind::sign) entry_.press(tap.sign);
        if (tap.kind == KeyTap::Kind::erase) entry_.erase();
        if (tap.kind == KeyTap::Kind::clear) entry_.clear();
        ui.redraw_in_ms(0);
        if (tap.kind != KeyTap::Kind::action || !entry_.complete()) return;
        if (undo)
            ask_deed(ui, AskUndoGiveBack{code, entry_.text()});
        else
            view_ = View::last_question;
    }

    void last_question(Ui& ui, const std::string& code) {
        const std::optional<int> answer =
            dialog(ui, {.title = ui.t("ticket_state.ask_title", {{"code", code}}),
                        .text = ui.t("ticket_state.ask_note"),
                        .buttons = {{.id = "keep", .label = ui.t("ticket_state.ask_no"), .kind = ButtonKind::primary},
                                    {.id = "give_back", .label = ui.t("ticket_state.ask_yes")}}});
        if (!answer || asking_ == Asking::yes) return;
        if (*answer == 0) {
            show_state({}, StateCard::Flash::good);
            ui.redraw_in_ms(0);
        } else {
            ask_deed(ui, AskGiveBack{code, entry_.text()});
        }
    }

    View view_ = View::state;
    TicketDeed deed_ = TicketDeed::nothing;
    Asking asking_ = Asking::no;
    CheckCodeEntry entry_;
    std::string wrong_code_;
    std::string flash_;
    StateCard::Flash flash_kind_ = StateCard::Flash::good;
    std::uint64_t look_question_ = 0;
    std::uint64_t deed_question_ = 0;
    std::int64_t asked_ms_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_ticket_state_screen() { return std::make_unique<TicketStatePage>(); }

}  // namespace linli::kiosk
