// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "kiosk/screens/facts.h"
#include "kiosk/screens/knowledge_pages.h"
#include "kiosk/screens/matter_list.h"
#include "kiosk/screens/page_pictures.h"
#include "kiosk/screens/reading_page.h"
#include "kiosk/screens/related_documents.h"
#include "kiosk/widgets/cell_list.h"
#include "kiosk/widgets/row.h"

namespace linli::kiosk {
namespace {

std::string day_words(const Ui& ui, const LocalDate& date) {
    return ui.t("notices.day", {{"month", std::to_string(date.month)}, {"day", std::to_string(date.day)}});
}

std::string section_words(const Ui& ui, const PublicNotice& notice) {
    return ui.t("notices.section." + notice.section, {{"day", day_words(ui, notice.published)}});
}

/// Those that hold today, the newest first.
std::vector<const PublicNotice*> notices_now(const Ui& ui) {
    std::vector<const PublicNotice*> all;
    const LocalDate today = ui.local_now().date;
    for (const PublicNotice& notice : ui.content().knowledge.notices)
        if (notice.head.holds_on(today)) all.push_back(&notice);
    std::ranges::stable_sort(all, [](const auto* a, const auto* b) { return a->published > b->published; });
    return all;
}

void open_hours(Ui& ui) {
    const auto& duties = ui.content().knowledge.duties;
    if (duties) return open_document(ui, FoundKind::duties, duties->head.id);
    ui.go(ScreenId::hall_hours);
}

std::vector<const ContentPicture*> pictures_now(const Ui& ui, const PublicNotice& notice) {
    std::vector<const ContentPicture*> all;
    const LocalDate today = ui.local_now().date;
    for (const std::string& id : notice.pictures)
        if (const ContentPicture* picture = ui.content().knowledge.picture(id);
            picture != nullptr && picture->head.holds_on(today))
            all.push_back(picture);
    return all;
}

class NoticesPage final : public Screen {
public:
    void draw(Ui& ui) override {
        const auto notices = notices_now(ui);
        PageAreas areas = page_head(
            ui, {.title = ui.t("notices.title"),
                 .under = ui.modes().larger() ? "" : ui.t("notices.under", {{"n", std::to_string(notices.size())}}),
                 .icon = "campaign",
                 .icon_tint = Role::accent});
        Rect area = areas.touching;
        if (!ui.modes().low() && !ui.modes().landscape()) area.cut_top(8);
        cells_.draw(
            ui,
            {.id = "notices",
             .area = area,
             .count = static_cast<int>(notices.size()) + 1,
             .cell_height = list_cell_height(ui)},
            [&](int index, const Rect& rect) {
                if (index == 0) {
                    // What is asked for most stands first, whatever is new.
                    if (row(ui, {.id = "hours", .rect = rect, .title = ui.t("hours.title"), .note = hours_text(ui)}))
                        open_hours(ui);
                    return;
                }
                const PublicNotice& notice = *notices[static_cast<std::size_t>(index) - 1];
                if (row(ui, {.id = "notice." + notice.head.id,
                             .rect = rect,
                             .title = ui.in(notice.head.title),
                             .note = section_words(ui, notice),
                             .mark = pictures_now(ui, notice).empty() ? "" : "image"}))
                    open_document(ui, FoundKind::notice, notice.head.id);
            });
    }

private:
    CellList cells_;
};

class PublicNoticePage final : public Screen {
public:
    bool on_back(Ui& ui) override { return page_.on_back(ui); }

    void on_reply(Ui& ui, const Reply& reply) override {
        page_.on_reply(ui, reply);
        pictures_.on_reply(ui, reply);
    }
    void on_tick(Ui& ui) override { page_.on_tick(ui); }

    void draw(Ui& ui) override {
        const PublicNotice* notice = ui.content().knowledge.notice(ui.session().document);
        if (notice == nullptr) {
            if (document_gone(ui, "notices.title", {"notices", ui.t("notices.all"), "campaign", ButtonKind::primary}))
                ui.replace(ScreenId::notices);
            return;
        }
        std::string words = ui.in(notice->head.title) + "\n";
        for (const LocalizedText& paragraph : notice->body) words += ui.in(paragraph) + "\n";
        constexpr std::size_t phone_bytes_max = 900;
        const ReadingPage::Text text{.head = {.title = ui.in(notice->head.title), .under = section_words(ui, *notice)},
                                     .for_phone = words.size() <= phone_bytes_max ? words : "",
                                     .phone_title = ui.in(notice->head.title),
                                     .document = notice->head.id};
        page_.draw(ui, text, [&](Ui& now, float width, float height) { return blocks(now, *notice, {width, height}); });
    }

private:
    std::vector<Block> blocks(Ui& ui, const PublicNotice& notice, Size room) {
        const float width = room.width;
        std::vector<Block> all;
        if (notice.objection) all.push_back(notice_block(ui, width, objection_notice(ui, *notice.objection)));
        for (const LocalizedText& paragraph : notice.body) all.push_back(text_block(ui, width, ui.in(paragraph)));
        for (const ContentPicture* picture : pictures_now(ui, notice))
            all.push_back(pictures_.block(ui, *picture, room, BlockPages::left_below(ui, room.height, all)));
        for (Block& block : related_blocks(ui, width, notice.head.related)) all.push_back(std::move(block));
        all.push_back(source_block(ui, width, notice.head));
        return all;
    }

    static Notice objection_notice(const Ui& ui, const Objection& objection) {
        const bool open = ui.local_now().date <= objection.until;
        return {.kind = open ? NoticeKind::warning : NoticeKind::info,
                .title = ui.t(open ? "notices.objection" : "notices.objection_over",
                              {{"from", day_words(ui, objection.from)}, {"until", day_words(ui, objection.until)}}),
                .text = ui.in(objection.how),
                .icon = "event"};
    }

    ReadingPage page_;
    PagePictures pictures_;
};

}  // namespace

std::unique_ptr<Screen> make_notices_screen() { return std::make_unique<NoticesPage>(); }
std::unique_ptr<Screen> make_public_notice_screen() { return std::make_unique<PublicNoticePage>(); }

}  // namespace linli::kiosk
