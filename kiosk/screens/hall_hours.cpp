// SPDX-License-Identifier: Apache-2.0
#include "hall/papers/hall_words.h"
#include "hall/papers/opening_words.h"
#include "kiosk/screens/facts.h"
#include "kiosk/screens/knowledge_pages.h"
#include "kiosk/screens/reading_page.h"

namespace linli::kiosk {
namespace {

class HallHoursPage final : public Screen {
public:
    bool on_back(Ui& ui) override { return page_.on_back(ui); }
    void on_reply(Ui& ui, const Reply& reply) override { page_.on_reply(ui, reply); }
    void on_tick(Ui& ui) override { page_.on_tick(ui); }

    void draw(Ui& ui) override {
        const StaffDuties* duties = duties_now(ui);
        ReadingPage::Text text{
            .head = {.title = duties ? ui.in(duties->head.title) : ui.t("hours.title"), .icon = "schedule"},
            .for_phone = phone_words(ui, duties),
            .phone_title = duties ? ui.in(duties->head.title) : ui.t("hours.title"),
            .document = duties ? duties->head.id : ""};
        text.acts.push_back({"take_number", ui.t("hours.take_number"), "confirmation_number", ButtonKind::primary});
        const auto tapped = page_.draw(
            ui, text, [&](Ui& now, float width, float height_max) { return blocks(now, duties, width, height_max); });
        if (tapped) ui.go(ScreenId::choose);
    }

private:
    /// Null where the hall's content has none; the hours are there in any case.
    static const StaffDuties* duties_now(const Ui& ui) {
        const auto& duties = ui.content().knowledge.duties;
        return duties && duties->head.holds_on(ui.local_now().date) ? &*duties : nullptr;
    }

    static std::vector<std::string> week_of(const Ui& ui) { return week_words(ui.texts(), ui.content().hours); }
    static std::vector<std::string> special_of(const Ui& ui) {
        return special_day_words(ui.texts(), ui.content().hours, ui.local_now().date, special_days, special_days_shown);
    }

    /// The hours, the hall's telephone and address: short enough for a code that any phone reads.
    static std::string phone_words(const Ui& ui, const StaffDuties* duties) {
        std::string words = ui.in(ui.content().hall_name) + "\n";
        for (const std::string& line : week_of(ui)) words += line + "\n";
        for (const std::string& line : special_of(ui)) words += line + "\n";
        const Office* office = duties ? ui.content().knowledge.place(duties->place) : nullptr;
        if (office)
            words += ui.in(office->address) + "\n" + ui.t("not_issued.phone", {{"phone", office->phone}}) + "\n";
        return words;
    }

    static std::vector<Block> blocks(Ui& ui, const StaffDuties* duties, float width, float height_max) {
        const OpeningHours& hours = ui.content().hours;
        std::vector<Block> all = answer_blocks(ui, width, height_max, hours_text(ui), issuing_words(ui, hours));
        const auto add = [&](const LineCard& card) {
            for (Block& block : card_blocks(ui, width, height_max, card)) all.push_back(std::move(block));
        };
        const LineCard week = card_of(ui.t("hours.week"), "schedule", week_of(ui));
        const LineCard special = card_of(ui.t("hours.special"), "event", special_of(ui));
        if (special.lines.empty()) {
            add(week);
        } else if (ui.modes().landscape() && !ui.modes().larger()) {
            all.push_back(card_pair(ui, width, week, special));
        } else {
            add(week);
            add(special);
        }
        if (duties == nullptr) return all;
        for (const Post& post : duties->posts) add(card_of(ui, post));
        all.push_back(line_block(ui, width, "info", ui.in(duties->stand_in)));
        if (const Office* office = ui.content().knowledge.place(duties->place)) {
            all.push_back(line_block(ui, width, "place", ui.in(office->address)));
            all.push_back(line_block(ui, width, "phone", ui.t("not_issued.phone", {{"phone", office->phone}})));
        }
        all.push_back(source_block(ui, width, duties->head));
        return all;
    }

    /// From when until when numbers are given.
    static std::string issuing_words(const Ui& ui, const OpeningHours& hours) {
        const int before = hours.issue_before_open_minutes, after = hours.stop_before_close_minutes;
        const std::string from =
            before > 0 ? ui.t("hours.from_before", {{"n", std::to_string(before)}}) : ui.t("hours.from_open");
        const std::string until =
            after > 0 ? ui.t("hours.until_before", {{"n", std::to_string(after)}}) : ui.t("hours.until_close");
        return ui.t("hours.issuing", {{"from", from}, {"until", until}});
    }

    static LineCard card_of(std::string title, std::string icon, const std::vector<std::string>& texts) {
        LineCard card{.title = std::move(title), .icon = std::move(icon)};
        for (const std::string& text : texts) card.lines.push_back({text, ""});
        return card;
    }

    static LineCard card_of(const Ui& ui, const Post& post) {
        LineCard card{.title = ui.in(post.name), .icon = "person"};
        if (!post.counters.empty()) card.over = counters_words(ui.texts(), post.counters);
        for (const LocalizedText& task : post.tasks) card.lines.push_back({ui.in(task), "check"});
        return card;
    }

    ReadingPage page_;
};

}  // namespace

std::unique_ptr<Screen> make_hall_hours_screen() { return std::make_unique<HallHoursPage>(); }

}  // namespace linli::kiosk
