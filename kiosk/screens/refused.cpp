// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/refused.h"

#include <utility>

#include "kiosk/screens/message_page.h"
#include "kiosk/screens/ui_words.h"

namespace linli::kiosk {
namespace {

enum class Way : std::uint8_t { choose, retry, show_ticket, find_again, home, help };

struct WayLook {
    const char* id;
    const char* label;
    const char* icon;
};

WayLook look_of(Way way) {
    switch (way) {
        case Way::choose:
            return {"choose", "refused.choose", "confirmation_number"};
        case Way::retry:
            return {"retry", "refused.retry", "undo"};
        case Way::show_ticket:
            return {"show_ticket", "refused.show_ticket", "confirmation_number"};
        case Way::find_again:
            return {"find_again", "refused.find_again", "search"};
        case Way::home:
            return {"go_home", "refused.home", "home"};
        case Way::help:
            return {"call_help", "refused.help", "support_agent"};
    }
    return {"call_help", "refused.help", "support_agent"};
}

/// What a resident reads about a refusal: what happened, what is safe and what to do; and the ways on, most likely
/// first.
struct Explanation {
    std::string title{};
    std::string first{};
    std::string second{};
    std::vector<Way> ways{};
    NoticeKind kind = NoticeKind::warning;
};

Explanation of_hours(Ui& ui, const char* key, const Refused& refused) {
    const std::string opening = refused.next_opening_ms
                                    ? ui.t("refused.next_opening", {{"when", day_words(ui, *refused.next_opening_ms)}})
                                    : ui.t("refused.no_next_opening");
    return {ui.t(key), opening, ui.t("refused.safe"), {Way::home, Way::help}};
}

Explanation of(Ui& ui, const std::string& key, std::vector<Way> ways) {
    return {ui.t(key), ui.t(key + "_what"), {}, std::move(ways)};
}

Explanation of_ticket(Ui& ui, const Refused& refused) {
    if (!refused.ticket)
        return {ui.t("refused.already_waiting"), {}, {}, {Way::find_again, Way::choose}, NoticeKind::info};
    return {ui.t("refused.already_waiting"),
            ui.t("refused.already_waiting_what", {{"code", refused.ticket->code()}}),
            {},
            {Way::show_ticket, Way::choose},
            NoticeKind::info};
}

Explanation explain(Ui& ui, const Refused& refused) {
    switch (refused.why) {
        case Refusal::closed_today:
            return of_hours(ui, "refused.closed_today", refused);
        case Refusal::before_opening:
            return of_hours(ui, "refused.before_opening", refused);
        case Refusal::after_closing:
            return of_hours(ui, "refused.after_closing", refused);
        case Refusal::on_break:
            return of_hours(ui, "refused.on_break", refused);
        case Refusal::daily_limit:
            return of(ui, "refused.daily_limit", {Way::choose, Way::help});
        case Refusal::already_waiting:
            return of_ticket(ui, refused);
        case Refusal::unknown_matter:
            return of(ui, "refused.unknown_matter", {Way::choose, Way::help});
        case Refusal::unknown_priority:
            return of(ui, "refused.unknown_priority", {Way::retry, Way::help});
        case Refusal::unknown_ticket:
            return of(ui, "refused.unknown_ticket", {Way::find_again, Way::help});
        case Refusal::invalid_person:
            return of(ui, "refused.invalid_person", {Way::retry, Way::help});
        default:
            return of(ui, "refused.other", {Way::retry, Way::help});
    }
}

class RefusedPage final : public Screen {
public:
    void on_reply(Ui& ui, const Reply& reply) override {
        if (reply.question != question_) return;
        const auto* answer = std::get_if<AnswerValue>(&reply.answer);
        const auto* view = answer ? std::get_if<TicketView>(answer) : nullptr;
        if (!view) return;
        ui.session().ticket = *view;
        ui.session().code = view->ticket.code();
        ui.replace(ScreenId::ticket_state);
    }

    void draw(Ui& ui) override {
        const Explanation explanation = ui.session().refused ? explain(ui, *ui.session().refused)
                                                             : of(ui, "refused.other", {Way::choose, Way::help});
        MessagePage page{.title = explanation.title,
                         .kind = explanation.kind,
                         .first = explanation.first,
                         .second = explanation.second};
        for (const Way way : explanation.ways) {
            const WayLook look = look_of(way);
            page.ways.push_back({.id = look.id,
                                 .label = ui.t(look.label),
                                 .icon = look.icon,
                                 .kind = page.ways.empty() ? ButtonKind::primary : ButtonKind::secondary});
        }
        if (const std::optional<int> tapped = message_page(ui, page))
            go_on(ui, explanation.ways[static_cast<std::size_t>(*tapped)]);
    }

private:
    void go_on(Ui& ui, Way way) {
        switch (way) {
            case Way::choose:
                ui.replace(ScreenId::choose);
                break;
            case Way::retry:
                ui.replace(ui.session().matter.empty() ? ScreenId::choose : ScreenId::confirm);
                break;
            case Way::find_again:
                ui.replace(ScreenId::find_ticket);
                break;
            case Way::home:
                ui.home();
                break;
            case Way::help:
                ui.go(ScreenId::help);
                break;
            case Way::show_ticket:
                if (ui.session().refused && ui.session().refused->ticket)
                    question_ = ui.ask(AskShow{ui.session().refused->ticket->code()});
                break;
        }
    }

    std::uint64_t question_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_refused_screen() { return std::make_unique<RefusedPage>(); }

}  // namespace linli::kiosk
