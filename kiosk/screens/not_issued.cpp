// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/knowledge_pages.h"
#include "kiosk/screens/reading_page.h"
#include "kiosk/screens/related_documents.h"

namespace linli::kiosk {
namespace {

class NotIssuedPage final : public Screen {
public:
    bool on_back(Ui& ui) override { return page_.on_back(ui); }

    void on_reply(Ui& ui, const Reply& reply) override { page_.on_reply(ui, reply); }
    void on_tick(Ui& ui) override { page_.on_tick(ui); }

    void draw(Ui& ui) override {
        const NotIssued* item = ui.content().knowledge.not_issued_item(ui.session().document);
        if (item == nullptr) {
            if (document_gone(ui, "look_up.title", {"find", ui.t("policy.find"), "search", ButtonKind::primary}))
                ui.replace(ScreenId::look_up);
            return;
        }
        const ReadingPage::Text text{
            .head = {.title = ui.in(item->head.title)},
            .acts = {{"ask_person", ui.t(ui.modes().landscape() ? "not_issued.ask_short" : "not_issued.ask"),
                      "support_agent", ButtonKind::secondary}},
            .for_phone = phone_words(ui, *item),
            .phone_title = ui.in(item->head.title),
            .document = item->head.id};
        const auto tapped = page_.draw(
            ui, text, [&](Ui& now, float width, float height_max) { return blocks(now, *item, width, height_max); });
        if (tapped) ui.go(ScreenId::help);
    }

private:
    static std::vector<Block> blocks(Ui& ui, const NotIssued& item, float width, float height_max) {
        std::vector<Block> all;
        all.push_back(notice_block(ui, width,
                                   {.kind = NoticeKind::warning,
                                    .title = ui.t("not_issued.what"),
                                    .text = ui.in(item.why),
                                    .icon = "directions"}));
        for (const Way& way : item.ways)
            for (Block& block : card_blocks(ui, width, height_max, card_of(ui, way))) all.push_back(std::move(block));
        for (Block& block : related_blocks(ui, width, item.head.related)) all.push_back(std::move(block));
        all.push_back(source_block(ui, width, item.head));
        return all;
    }

    static LineCard card_of(const Ui& ui, const Way& way) {
        LineCard card{.title = ui.in(way.go), .look = LineCard::Look::raised, .over = ui.in(way.when)};
        if (const Office* office = ui.content().knowledge.place(way.place)) {
            card.lines.push_back(
                {ui.t("not_issued.place", {{"name", ui.in(office->name)}, {"address", ui.in(office->address)}}),
                 "place"});
            card.lines.push_back({ui.in(office->hours), "schedule"});
            card.lines.push_back({ui.t("not_issued.phone", {{"phone", office->phone}}), "phone"});
        }
        if (way.bring)
            card.lines.push_back({ui.t("not_issued.bring", {{"bring", ui.in(*way.bring)}}), "folder_shared"});
        if (way.hint) card.lines.push_back({ui.in(*way.hint), "info"});
        return card;
    }

    static std::string phone_words(const Ui& ui, const NotIssued& item) {
        std::string words = ui.in(item.head.title) + "\n";
        for (const Way& way : item.ways) {
            words += ui.in(way.when) + ": " + ui.in(way.go) + "\n";
            if (const Office* office = ui.content().knowledge.place(way.place))
                words += ui.in(office->address) + " " + office->phone + "\n";
        }
        return words;
    }

    ReadingPage page_;
};

}  // namespace

std::unique_ptr<Screen> make_not_issued_screen() { return std::make_unique<NotIssuedPage>(); }

}  // namespace linli::kiosk
