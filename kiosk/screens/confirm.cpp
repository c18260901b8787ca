// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/confirm.h"

#include <algorithm>

#include <optional>
#include <string>

#include "hall/base/uuid.h"
#include "kiosk/frame/page_head.h"
#include "kiosk/screens/matter_card.h"
#include "kiosk/screens/message_page.h"
#include "kiosk/screens/priority_choices.h"
#include "kiosk/screens/slip_notice.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/dialog.h"
#include "kiosk/widgets/row.h"

namespace linli::kiosk {
namespace {

constexpr std::int64_t patience_ms = 200;
constexpr float question_gap = 48;

/// Everything on one page where there is room; else the priorities stand on a second one behind a row.
class ConfirmPage final : public Screen {
public:
    void on_enter(Ui& ui) override {
        idempotency_key_ = new_uuid(ui.now_ms());
        ask_outlook(ui);
    }

    void on_picture(Ui& ui) override {
        if (taking_ == Taking::idle) ask_outlook(ui);
    }

    void on_reply(Ui& ui, const Reply& reply) override {
        if (reply.question == take_question_)
            taken(ui, reply);
        else if (reply.question == outlook_question_)
            looked(ui, reply);
    }

    // The number may be written at this moment: its page comes in an instant, and leaving would hide it.
    bool stays() const override { return taking_ == Taking::asked; }

    bool on_back(Ui& ui) override {
        if (!choosing_) return false;
        choosing_ = false;
        ui.redraw_in_ms(0);
        return true;
    }

    void draw(Ui& ui) override {
        const Matter* matter = ui.content().matter(ui.session().matter);
        if (!matter) {
            nothing_chosen(ui);
            return;
        }
        const bool compact = ui.modes().larger() || (ui.modes().low() && ui.modes().landscape());
        if (compact && choosing_) {
            priorities_alone(ui);
        } else {
            PageAreas areas = page_head(
                ui, {.title = ui.t(compact && ui.modes().landscape() ? "confirm.title_short" : "confirm.title"),
                     .progress = progress(ui)});
            if (compact)
                compact_page(ui, *matter, areas);
            else if (ui.modes().landscape())
                landscape_page(ui, *matter, areas);
            else
                portrait_page(ui, *matter, areas);
        }
        if (taking_ == Taking::failed) failed_dialog(ui);
    }

private:
    enum class Taking : std::uint8_t { idle, asked, failed };

    static Progress progress(Ui& ui) {
        return {.step = 2, .steps = 3, .now = ui.t("confirm.step"), .next = ui.t("ticket.step")};
    }

    void ask_outlook(Ui& ui) {
        if (!ui.content().matter(ui.session().matter)) return;
        outlook_question_ = ui.ask(AskOutlook{ui.session().matter, ui.session().priority});
        if (!outlook_) asked_ms_ = ui.boot_ms();
        ui.redraw_in_ms(patience_ms);
    }

    void looked(Ui& ui, const Reply& reply) {
        if (const auto* refused = std::get_if<Refused>(&reply.answer)) {
            refuse_page(ui, *refused);
        } else if (const auto* answer = std::get_if<AnswerValue>(&reply.answer)) {
            if (const auto* outlook = std::get_if<MatterOutlook>(answer)) outlook_ = *outlook;
            if (outlook_ && outlook_->refused) refuse_page(ui, *outlook_->refused);
        }
    }

    void take(Ui& ui) {
        if (taking_ == Taking::asked) return;
        TakeNumber request;
        request.matter = ui.session().matter;
        request.priority = ui.session().priority;
        request.idempotency_key = idempotency_key_;
        request.paper = ui.session().paper;
        request.language = ui.modes().language;
        take_question_ = ui.ask(AskTake{request});
        taking_ = Taking::asked;
        take_asked_ms_ = ui.boot_ms();
        ui.redraw_in_ms(patience_ms);
    }

    void taken(Ui& ui, const Reply& reply) {
        if (const auto* refused = std::get_if<Refused>(&reply.answer)) {
            refuse_page(ui, *refused);
            return;
        }
        const auto* answer = std::get_if<AnswerValue>(&reply.answer);
        const auto* view = answer ? std::get_if<TicketView>(answer) : nullptr;
        if (!view) {
            taking_ = Taking::failed;
            return;
        }
        ui.session().ticket = *view;
        ui.session().code = view->ticket.code();
        ui.replace(ScreenId::ticket);
    }

    static void refuse_page(Ui& ui, const Refused& refused) {
        ui.session().refused = refused;
        ui.replace(ScreenId::refused);
    }

    MatterCard card_of(Ui& ui, const Matter& matter, float width, MatterCard::Change change) const {
        const bool late = ui.boot_ms() - asked_ms_ >= patience_ms;
        return {ui, {.matter = matter, .outlook = outlook_, .late = late, .change = change}, width};
    }

    void portrait_page(Ui& ui, const Matter& matter, PageAreas& areas) {
        const float gap = ui.theme().length("gap");
        const bool low = ui.modes().low();
        Rect reading = areas.reading;
        reading.cut_top(low ? 8 : 24);
        const MatterCard card =
            card_of(ui, matter, reading.width, low ? MatterCard::Change::elsewhere : MatterCard::Change::beside);
        if (card.draw(ui, reading)) ui.back();
        reading.cut_top(card.height(), question_gap);
        Rect acting = low ? areas.touching : reading;
        if (low)
            question(ui, reading);
        else
            acting.cut_top(question(ui, acting), 20);
        Rect later = acting.cut_bottom(ui.theme().length("button"), 30);
        if (low) {
            const Rect first = later.column(0, 3, gap);
            later.cut_left(first.width, gap);
            change_button(ui, first);
        }
        not_yet(ui, later);
        take_button(ui, acting.cut_bottom(ui.theme().length("button_big"), low ? gap : question_gap));
        choices(ui, acting);
    }

    void landscape_page(Ui& ui, const Matter& matter, PageAreas& areas) {
        const float gap = ui.theme().length("gap");
        const MatterCard card = card_of(ui, matter, areas.aside.width, MatterCard::Change::elsewhere);
        card.draw(ui, areas.aside);
        Rect below = areas.aside;
        below.cut_top(card.height(), gap);
        change_button(ui, below.cut_top(ui.theme().length("target_min")));
        Rect acting = areas.whole;
        acting.cut_top(question(ui, acting), 20);
        Rect foot = acting.cut_bottom(ui.theme().length("button_big"), 32);
        take_button(ui, foot.cut_left(acting.column(0, 2, gap).width, gap));
        not_yet(ui, foot);
        choices(ui, acting);
    }

    void compact_page(Ui& ui, const Matter& matter, PageAreas& areas) {
        Rect reading = areas.reading;
        if (!ui.modes().landscape()) reading.cut_top(8);
        const MatterCard card = card_of(ui, matter, reading.width, MatterCard::Change::elsewhere);
        card.draw(ui, reading);
        reading.cut_top(card.height(), 32);
        Rect acting = ui.modes().low() ? areas.touching : reading;
        const float big = ui.theme().length("button_big");
        const float gap = 30;
        if (acting.height >= big * 3 + 2 * gap) {
            priority_row(ui, acting.cut_top(row_height(ui), gap));
            take_button(ui, acting.cut_top(big, gap));
            change_and_paper(ui, acting.cut_top(ui.theme().length("button")));
        } else {
            const float column_gap = ui.theme().length("gap");
            // The card above may reach down to the middle: keep away from it where there is room.
            if (ui.modes().low()) acting.cut_top(std::clamp(acting.height - 2 * big - gap, 0.F, column_gap));
            take_button(ui, acting.cut_top(big, gap));
            Rect second = acting.cut_top(big);
            if (ticket_printer(ui.status())) {
                const float quarter = (second.width - 3 * column_gap) / 4;
                change_button(ui, second.cut_right(quarter, column_gap));
                paper_choice(ui, second.cut_right(quarter, column_gap));
            } else {
                change_button(ui, second.cut_right((second.width - column_gap) / 3, column_gap));
            }
            priority_row(ui, second);
        }
    }

    void priorities_alone(Ui& ui) {
        const bool narrow = ui.modes().low() && ui.modes().landscape();
        PageAreas areas = page_head(ui, {.title = ui.t("confirm.question"),
                                         .under = narrow ? std::string() : ui.t("confirm.question_note_short"),
                                         .progress = progress(ui)});
        Rect area = areas.touching;
        if (!ui.modes().low()) area.cut_top(8);
        choices(ui, area);
    }

    static float question(Ui& ui, const Rect& area) {
        const TextStyle title{.role = TextRole::sub, .weight = Weight::bold};
        const TextStyle note{.role = TextRole::body, .tint = Role::text_muted};
        Rect rest = area;
        const Size size = ui.canvas().text(rest, ui.t("confirm.question"), title);
        rest.cut_top(size.height, 4);
        return size.height + 4 + ui.canvas().text(rest, ui.t("confirm.question_note"), note).height;
    }

    void choices(Ui& ui, const Rect& area) {
        const std::optional<std::string> chosen = priority_choices(ui, area, ui.session().priority);
        if (!chosen || taking_ == Taking::asked) return;
        ui.session().priority = *chosen;
        choosing_ = false;
        ask_outlook(ui);
        ui.redraw_in_ms(0);
    }

    void priority_row(Ui& ui, const Rect& rect) {
        const PriorityClass* chosen = ui.content().priority(ui.session().priority);
        const std::string title =
            chosen ? ui.t("confirm.priority_chosen", {{"name", ui.in(chosen->name)}}) : ui.t("confirm.priority");
        if (row(ui, {.id = "priority",
                     .rect = rect,
                     .title = title,
                     .note = ui.t(chosen ? "confirm.priority_change" : "confirm.priority_note")})) {
            choosing_ = true;
            ui.redraw_in_ms(0);
        }
    }

    void take_button(Ui& ui, const Rect& rect) {
        const bool slow = taking_ == Taking::asked && ui.boot_ms() - take_asked_ms_ >= patience_ms;
        if (button(ui, {.id = "take",
                        .rect = rect,
                        .label = ui.t("confirm.take"),
                        .icon = "confirmation_number",
                        .kind = ButtonKind::primary,
                        .role = TextRole::heading,
                        .state = slow ? Button::State::working : Button::State::ready}))
            take(ui);
    }

    static void change_button(Ui& ui, const Rect& rect) {
        if (button(ui, {.id = "change", .rect = rect, .label = ui.t("confirm.change")})) ui.back();
    }

    void change_and_paper(Ui& ui, const Rect& rect) {
        const float gap = ui.theme().length("gap");
        if (!ticket_printer(ui.status())) {
            change_button(ui, rect);
            return;
        }
        change_button(ui, rect.column(0, 2, gap));
        paper_choice(ui, rect.column(1, 2, gap));
    }

    // Paper is usual; whoever would rather not, says so here. It stands in the place of what is not there yet.
    void paper_choice(Ui& ui, const Rect& rect) {
        const bool refused = ui.session().paper == Paper::none;
        if (!choice(ui, {.id = "no_paper",
                         .rect = rect,
                         .label = ui.t("confirm.no_paper"),
                         .state = refused ? Choice::State::selected : Choice::State::rest}) ||
            taking_ == Taking::asked)
            return;
        ui.session().paper = refused ? Paper::wanted : Paper::none;
        ui.redraw_in_ms(0);
    }

    void not_yet(Ui& ui, const Rect& rect) {
        const float gap = ui.theme().length("gap");
        button(ui, {.id = "id_card",
                    .rect = rect.column(0, 2, gap),
                    .label = ui.t("confirm.id_card"),
                    .reason = ui.t("confirm.id_card_why")});
        if (ticket_printer(ui.status()))
            paper_choice(ui, rect.column(1, 2, gap));
        else
            button(ui, {.id = "book",
                        .rect = rect.column(1, 2, gap),
                        .label = ui.t("confirm.book"),
                        .reason = ui.t("confirm.book_why")});
    }

    void failed_dialog(Ui& ui) {
        const std::optional<int> answer = dialog(
            ui, {.title = ui.t("confirm.failed"),
                 .text = ui.t("confirm.failed_what"),
                 .buttons = {{.id = "again", .label = ui.t("confirm.again"), .kind = ButtonKind::primary},
                             {.id = "call_help", .label = ui.t("confirm.failed_help"), .icon = "support_agent"}}});
        if (answer == 0) take(ui);
        if (answer == 1) ui.go(ScreenId::help);
    }

    static void nothing_chosen(Ui& ui) {
        if (message_page(ui,
                         {.title = ui.t("confirm.title"),
                          .first = ui.t("confirm.no_matter"),
                          .ways = {{.id = "choose", .label = ui.t("confirm.choose"), .kind = ButtonKind::primary}}}))
            ui.replace(ScreenId::choose);
    }

    std::string idempotency_key_;
    std::uint64_t outlook_question_ = 0;
    std::uint64_t take_question_ = 0;
    std::int64_t asked_ms_ = 0;
    std::int64_t take_asked_ms_ = 0;
    std::optional<MatterOutlook> outlook_;
    Taking taking_ = Taking::idle;
    bool choosing_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_confirm_screen() { return std::make_unique<ConfirmPage>(); }

}  // namespace linli::kiosk
