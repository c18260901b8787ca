// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/refused.h"

#include <utility>

#include "kiosk/screens/message_page.h"
#include "kiosk/screens/pause.h"
#include "kiosk/screens/ui_words.h"

namespace linli::kiosk {
namespace {

enum class Way : std::uint8_t { choose, retry, go_on, show_ticket, find_again, home, help };

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
        case Way::go_on:
            return {"go_on", "refused.go_on", "confirmation_number"};
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

// In the staff's own words, where they gave any; a call is the shortest way to know more.
Explanation of_pause(Ui& ui, const std::string& key, const Refused& refused, std::vector<Way> ways) {
    const std::string reason = reason_of(refused);
    const std::string first = reason.empty() ? ui.t("refused.safe") : ui.t("refused.reason", {{"reason", reason}});
    return {ui.t(key), first, ui.t(key + "_what"), std::move(ways)};
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
        case Refusal::issuing_paused:
            return of_pause(ui, "refused.issuing_paused", refused, {Way::help, Way::home});
        case Refusal::matter_paused:
            return of_pause(ui, "refused.matter_paused", refused, {Way::choose, Way::help});
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

bool is_pause(const Refused& refused) {
    return refused.why == Refusal::issuing_paused || refused.why == Refusal::matter_paused;
}

/// How a pause stands in the newest picture; nothing where it has ended.
std::optional<Refused> pause_now(const Ui& ui) {
    if (ui.status().issuing) return ui.status().issuing;
    return pause_of_matter(ui, ui.session().matter);
}

class RefusedPage final : public Screen {
public:
    // The first picture after the refusal is the first that must know of the pause.
    void on_picture(Ui&) override { is_newer_picture_ = true; }

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
        const Explanation explanation = current(ui);
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
    Explanation current(Ui& ui) const {
        if (!ui.session().refused) return of(ui, "refused.other", {Way::choose, Way::help});
        const Refused& refused = *ui.session().refused;
        if (!is_pause(refused) || !is_newer_picture_) return explain(ui, refused);
        if (const auto now = pause_now(ui)) return explain(ui, *now);
        return {ui.t("refused.pause_over"),
                ui.t("refused.pause_over_what"),
                {},
                {Way::go_on, Way::home},
                NoticeKind::success};
    }

    void go_on(Ui& ui, Way way) {
        switch (way) {
            case Way::choose:
                ui.replace(ScreenId::choose);
                break;
            case Way::retry:
            case Way::go_on:
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
    bool is_newer_picture_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_refused_screen() { return std::make_unique<RefusedPage>(); }

}  // namespace linli::kiosk
