// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/find_ticket.h"

#include "kiosk/screens/entry_page.h"
#include "kiosk/screens/number_entry.h"

namespace linli::kiosk {
namespace {

constexpr std::int64_t patience_ms = 200;

class FindTicketPage final : public Screen {
public:
    void on_reply(Ui& ui, const Reply& reply) override {
        if (reply.question != question_) return;
        asking_ = Asking::no;
        if (std::holds_alternative<Refused>(reply.answer)) {
            wrong_ = Wrong::unknown;
            return;
        }
        const auto* answer = std::get_if<AnswerValue>(&reply.answer);
        const auto* view = answer ? std::get_if<TicketView>(answer) : nullptr;
        if (!view) {
            wrong_ = Wrong::failed;
            return;
        }
        ui.session().ticket = *view;
        ui.session().code = view->ticket.code();
        ui.go(ScreenId::ticket_state);
    }

    void draw(Ui& ui) override {
        const bool slow = asking_ == Asking::yes && ui.boot_ms() - asked_ms_ >= patience_ms;
        auto state = entry_.complete() ? Keypad::Action::ready : Keypad::Action::disabled;
        if (slow) state = Keypad::Action::working;
        const bool short_hint = ui.modes().larger() || ui.modes().landscape();
        handle(ui, entry_page(ui, {.title = ui.t("find_ticket.title"),
                                   .under = ui.t(short_hint ? "find_ticket.hint_short" : "find_ticket.hint"),
                                   .text = entry_.text(),
                                   .example = ui.t("find_ticket.example"),
                                   .guide = guide(ui),
                                   .wrong = wrong(ui),
                                   .letters = letters(ui),
                                   .clear = ui.t("find_ticket.clear"),
                                   .action = ui.t("find_ticket.find"),
                                   .state = state}));
    }

private:
    enum class Asking : std::uint8_t { no, yes };
    enum class Wrong : std::uint8_t { nothing, unknown, failed };

    static std::string letters(const Ui& ui) {
        std::string letters;
        for (const Line& line : ui.content().lines) letters.push_back(line.letter);
        return letters;
    }

    std::string guide(const Ui& ui) const {
        if (!entry_.has_letter()) return ui.t("find_ticket.need_letter");
        return entry_.complete() ? std::string() : ui.t("find_ticket.need_digits");
    }

    std::string wrong(const Ui& ui) const {
        if (wrong_ == Wrong::unknown) return ui.t("find_ticket.unknown", {{"code", entry_.text()}});
        return wrong_ == Wrong::failed ? ui.t("find_ticket.failed") : std::string();
    }

    void handle(Ui& ui, const KeyTap& tap) {
        if (tap.kind == KeyTap::Kind::none || asking_ == Asking::yes) return;
        wrong_ = Wrong::nothing;
        if (tap.kind == KeyTap::Kind::sign) entry_.press(tap.sign);
        if (tap.kind == KeyTap::Kind::erase) entry_.erase();
        if (tap.kind == KeyTap::Kind::clear) entry_.clear();
        if (tap.kind == KeyTap::Kind::action && entry_.complete()) {
            question_ = ui.ask(AskShow{entry_.text()});
            asking_ = Asking::yes;
            asked_ms_ = ui.boot_ms();
            ui.redraw_in_ms(patience_ms);
            return;
        }
        ui.redraw_in_ms(0);
    }

    TicketEntry entry_;
    Asking asking_ = Asking::no;
    Wrong wrong_ = Wrong::nothing;
    std::uint64_t question_ = 0;
    std::int64_t asked_ms_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_find_ticket_screen() { return std::make_unique<FindTicketPage>(); }

}  // namespace linli::kiosk
