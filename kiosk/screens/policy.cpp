// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "kiosk/screens/knowledge_pages.h"
#include "kiosk/screens/matter_list.h"
#include "kiosk/screens/reading_page.h"
#include "kiosk/screens/related_documents.h"
#include "kiosk/widgets/dialog.h"

namespace linli::kiosk {
namespace {

constexpr std::size_t matters_shown_max = 3;

std::vector<LineCard::Line> lines_of(const Ui& ui, const std::vector<LocalizedText>& texts, const char* icon) {
    std::vector<LineCard::Line> lines;
    for (const LocalizedText& text : texts) lines.push_back({ui.in(text), icon});
    return lines;
}

std::vector<LineCard::Line> steps_of(const Ui& ui, const std::vector<LocalizedText>& texts) {
    std::vector<LineCard::Line> lines;
    for (std::size_t i = 0; i < texts.size(); ++i)
        lines.push_back({ui.t("policy.step", {{"n", std::to_string(i + 1)}, {"text", ui.in(texts[i])}}), ""});
    return lines;
}

/// The words that are kept on a phone: short enough for a code that any phone reads.
std::string phone_words(const Ui& ui, const Policy& policy) {
    std::string words = ui.in(policy.head.title) + "\n" + ui.in(policy.answer) + "\n" + ui.t("policy.bring") + ":\n";
    for (const LocalizedText& item : policy.bring) words += "- " + ui.in(item) + "\n";
    words += ui.in(policy.deadline) + "\n" + ui.in(ui.content().hall_name);
    return words;
}

class PolicyPage final : public Screen {
public:
    bool on_back(Ui& ui) override {
        if (!std::exchange(choosing_, false)) return page_.on_back(ui);
        ui.redraw_in_ms(0);
        return true;
    }

    void on_reply(Ui& ui, const Reply& reply) override { page_.on_reply(ui, reply); }
    void on_tick(Ui& ui) override { page_.on_tick(ui); }

    void draw(Ui& ui) override {
        const Policy* policy = ui.content().knowledge.policy(ui.session().document);
        if (policy == nullptr) return gone(ui);
        ReadingPage::Text text{.head = {.title = ui.in(policy->head.title)},
                               .for_phone = phone_words(ui, *policy),
                               .phone_title = ui.in(policy->head.title),
                               .document = policy->head.id};
        if (ui.modes().landscape() && !ui.modes().larger()) text.head.under = ui.in(policy->head.summary);
        if (!policy->matters.empty())
            text.acts.push_back({"take_number",
                                 ui.t(ui.modes().landscape() && ui.modes().larger() ? "policy.take_number_short"
                                                                                    : "policy.take_number"),
                                 "confirmation_number", ButtonKind::primary});
        else
            text.acts.push_back({"ask_person", ui.t("not_issued.ask_short"), "support_agent", ButtonKind::primary});
        const auto tapped = page_.draw(
            ui, text, [&](Ui& now, float width, float height_max) { return blocks(now, *policy, width, height_max); });
        if (tapped == "ask_person") return ui.go(ScreenId::help);
        if (tapped) take_number(ui, *policy);
        if (choosing_) choose_matter(ui, *policy);
    }

private:
    static void gone(Ui& ui) {
        if (document_gone(ui, "look_up.title", {"find", ui.t("policy.find"), "search", ButtonKind::primary}))
            ui.replace(ScreenId::look_up);
    }

    static std::vector<Block> blocks(Ui& ui, const Policy& policy, float width, float height_max) {
        std::vector<Block> all = answer_blocks(ui, width, height_max, ui.in(policy.answer), ui.in(policy.more));
        if (!policy.amounts.empty())
            for (Block& block : amounts_blocks(ui, width, height_max, ui.in(policy.amounts_label), policy.amounts))
                all.push_back(std::move(block));
        const LineCard who{.title = ui.t("policy.who"), .icon = "person", .lines = lines_of(ui, policy.who, "check")};
        const LineCard bring{
            .title = ui.t("policy.bring"), .icon = "folder_shared", .lines = lines_of(ui, policy.bring, "check")};
        const LineCard how{
            .title = ui.t("policy.how"), .icon = "playlist_add_check", .lines = steps_of(ui, policy.how)};
        const auto add = [&](const LineCard& card) {
            if (card.lines.empty()) return;
            for (Block& block : card_blocks(ui, width, height_max, card)) all.push_back(std::move(block));
        };
        const bool pair = !ui.modes().larger() && !policy.bring.empty();
        if (pair) {
            Block both = card_pair(ui, width, who, bring);
            if (both.height <= height_max) {
                all.push_back(std::move(both));
            } else {
                add(who);
                add(bring);
            }
        } else {
            add(who);
            add(bring);
        }
        all.push_back(line_block(ui, width, "schedule", ui.in(policy.deadline)));
        all.push_back(line_block(ui, width, "place", ui.in(policy.where)));
        add(how);
        for (Block& block : related_blocks(ui, width, policy.head.related)) all.push_back(std::move(block));
        all.push_back(source_block(ui, width, policy.head));
        return all;
    }

    void take_number(Ui& ui, const Policy& policy) {
        if (policy.matters.size() == 1) return open(ui, policy.matters.front());
        choosing_ = true;
        ui.redraw_in_ms(0);
    }

    static void open(Ui& ui, const std::string& id) {
        if (const Matter* matter = ui.content().matter(id)) open_matter(ui, *matter);
    }

    void choose_matter(Ui& ui, const Policy& policy) {
        Dialog asked{.title = ui.t("policy.which"), .text = ui.t("policy.which_text"), .buttons = {}};
        std::vector<std::string> ids;
        for (const std::string& id : policy.matters)
            if (const Matter* matter = ui.content().matter(id); matter != nullptr && ids.size() < matters_shown_max) {
                ids.push_back(id);
                asked.buttons.push_back({.id = "matter." + id, .label = ui.in(matter->name)});
            }
        const auto answer = dialog(ui, asked);
        if (!answer) return;
        choosing_ = false;
        open(ui, ids[static_cast<std::size_t>(*answer)]);
    }

    ReadingPage page_;
    bool choosing_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_policy_screen() { return std::make_unique<PolicyPage>(); }

}  // namespace linli::kiosk
