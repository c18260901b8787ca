// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/search.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "hall/text/matter_search.h"
#include "kiosk/frame/page_head.h"
#include "kiosk/screens/letter_keyboard.h"
#include "kiosk/screens/matter_list.h"
#include "kiosk/screens/pause.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/cell_list.h"
#include "kiosk/widgets/field.h"
#include "kiosk/widgets/marks.h"
#include "kiosk/widgets/row.h"

namespace linli::kiosk {
namespace {

constexpr std::size_t query_length_max = 40;
constexpr std::size_t hits_max = 20;

/// While typing: keyboard below, what was found above. After the search key: the list alone, so that there is room for
/// all.
class SearchPage final : public Screen {
public:
    void on_enter(Ui& ui) override { on_picture(ui); }
    void on_picture(Ui& ui) override {
        look(ui);
        if (const auto pause = pause_of_issuing(ui)) explain_pause(ui, *pause);
    }

    bool on_back(Ui& ui) override {
        if (!listing_) return false;
        listing_ = false;
        ui.redraw_in_ms(0);
        return true;
    }

    void draw(Ui& ui) override {
        const bool roomy = !ui.modes().larger();
        PageAreas areas =
            page_head(ui, {.title = ui.t("search.title"),
                           .under = ui.t(roomy && !ui.modes().landscape() ? "search.hint" : "search.hint_short")});
        Rect box = ui.modes().landscape() ? areas.aside : areas.reading;
        const Rect field_rect = box.cut_top(ui.theme().length("field"), 16);
        // Above the middle a field could not be reached: it only shows.
        const auto tap = listing_ && !ui.modes().low() ? Field::Tap::tappable : Field::Tap::none;
        if (field(ui, {.id = "query",
                       .rect = field_rect,
                       .text = ui.session().query,
                       .hint = ui.t("search.field"),
                       .icon = "search",
                       .state = listing_ ? Field::State::rest : Field::State::active,
                       .tap = tap}))
            type_again(ui);
        Rect results = ui.modes().landscape() ? areas.whole : box;
        if (ui.modes().low() && ui.modes().landscape()) results = areas.reading;
        if (listing_) {
            if (ui.modes().low()) say_found(ui, results);
            list(ui, ui.modes().low() ? areas.touching : results);
            return;
        }
        const Rect tray = LetterKeyboard::tray(ui);
        results.height = tray.y - ui.theme().length("gap") - results.y;
        found(ui, results);
        handle(ui, keyboard_.draw(ui, tray));
    }

private:
    void look(Ui& ui) {
        if (!search_ || content_ != ui.picture().content) {
            content_ = ui.picture().content;
            search_.emplace(ui.content());
        }
        hits_ = search_->find(ui.session().query, hits_max);
        cells_.to_top();
    }

    void handle(Ui& ui, const KeyTap& tap) {
        std::string& query = ui.session().query;
        switch (tap.kind) {
            case KeyTap::Kind::none:
                return;
            case KeyTap::Kind::sign:
                if (query.size() < query_length_max && !(query.empty() && tap.sign == ' ')) query.push_back(tap.sign);
                break;
            case KeyTap::Kind::erase:
                if (!query.empty()) query.pop_back();
                break;
            case KeyTap::Kind::clear:
                query.clear();
                break;
            case KeyTap::Kind::action:
                listing_ = !query.empty();
                break;
        }
        look(ui);
        ui.redraw_in_ms(0);
    }

    void type_again(Ui& ui) {
        listing_ = false;
        ui.redraw_in_ms(0);
    }

    void found(Ui& ui, Rect area) {
        const TextStyle muted{.role = TextRole::small, .tint = Role::text_muted};
        if (hits_.empty()) {
            nothing(ui, area);
            return;
        }
        if (!ui.modes().landscape()) {
            const std::string line = ui.t(ui.modes().low() ? "search.guess_low" : "search.guess");
            ui.canvas().text(area.cut_top(ui.canvas().line(TextRole::small), 8), line, muted);
        }
        const float height = ui.modes().landscape() && !ui.modes().larger() ? 112.F : 132.F;
        if (ui.modes().low())
            previews(ui, area, height);
        else
            cells(ui, area, height, 28, 0);
    }

    void say_found(Ui& ui, const Rect& area) {
        const TextStyle style{.role = TextRole::list, .tint = Role::text_muted};
        const std::string text = hits_.empty() ? ui.t("search.nothing", {{"query", ui.session().query}})
                                               : ui.t("search.results", {{"n", std::to_string(hits_.size())}});
        ui.canvas().text(area, text, style);
    }

    void nothing(Ui& ui, Rect area) {
        const std::string& query = ui.session().query;
        const TextStyle style{.role = TextRole::list, .tint = Role::text_muted};
        const std::string text = query.empty() ? ui.t("search.start") : ui.t("search.nothing", {{"query", query}});
        area.cut_top(8);
        const Size size = ui.canvas().text(area, text, style);
        area.cut_top(size.height, 32);
        if (!ui.modes().low() && !query.empty()) by_line(ui, area);
    }

    void by_line(Ui& ui, Rect area) {
        if (button(
                ui,
                {.id = "by_line", .rect = area.cut_top(ui.theme().length("button")), .label = ui.t("search.by_line")}))
            ui.replace(ScreenId::choose);
    }

    // Low mode, while typing: to be read only, since it stands above the reach.
    void previews(Ui& ui, Rect area, float height) {
        const int room = static_cast<int>((area.height + 16) / (height + 16));
        for (int i = 0; i < std::min(room, static_cast<int>(hits_.size())); ++i) {
            const Matter* matter = ui.content().matter(hits_[static_cast<std::size_t>(i)].matter);
            if (!matter) continue;
            Rect rect = area.cut_top(height, 16);
            card(ui, rect);
            Rect inside = rect.inset(32, 0);
            badge(ui, inside.cut_left(72, 24).middle({72, 72}), matter->line);
            std::vector<Span> words = title_of(ui, *matter, hits_[static_cast<std::size_t>(i)]);
            if (pause_of_matter(ui, matter->id)) words.push_back({ui.t("search.paused"), Weight::bold, Role::warning});
            ui.canvas().text(inside, words, {.role = TextRole::list, .stand = Stand::middle, .line_height = 1.2F});
        }
    }

    void list(Ui& ui, Rect area) {
        if (hits_.empty() && !ui.modes().low()) {
            nothing(ui, area);
            return;
        }
        if (!ui.modes().low()) area.cut_top(8);
        cells(ui, area, list_cell_height(ui), ui.theme().length("gap"), ui.modes().low() ? 2 : 0);
    }

    // `ways_before`: cells before the hits, which lead back to the keyboard and to the lines.
    void cells(Ui& ui, const Rect& area, float height, float gap, int ways_before) {
        const CellList::Form form{.id = "hits",
                                  .area = area,
                                  .count = static_cast<int>(hits_.size()) + ways_before,
                                  .cell_height = height,
                                  .gap = gap,
                                  .columns = ui.modes().landscape() && area.width > 1300 ? 2 : 1};
        cells_.draw(ui, form, [&](int index, const Rect& rect) {
            if (index < ways_before) {
                way(ui, index, rect);
                return;
            }
            const MatterSearch::Hit& hit = hits_[static_cast<std::size_t>(index - ways_before)];
            const Matter* matter = ui.content().matter(hit.matter);
            if (matter && row(ui, {.id = "matter." + matter->id,
                                   .rect = rect,
                                   .title = ui.in(matter->name),
                                   .title_spans = title_of(ui, *matter, hit),
                                   .note = ui.in(matter->note),
                                   .badge = matter->line,
                                   .closed = closed_words(ui, *matter)}))
                open_matter(ui, *matter);
        });
    }

    void way(Ui& ui, int index, const Rect& rect) {
        if (index == 0 && button(ui, {.id = "again", .rect = rect, .label = ui.t("search.again"), .icon = "keyboard"}))
            type_again(ui);
        if (index == 1 && button(ui, {.id = "by_line", .rect = rect, .label = ui.t("search.by_line")}))
            ui.replace(ScreenId::choose);
    }

    static std::vector<Span> title_of(Ui& ui, const Matter& matter, const MatterSearch::Hit& hit) {
        const std::string& name = ui.in(matter.name);
        // The match is counted in the Chinese name.
        if (ui.modes().english() || hit.name_end <= hit.name_begin || hit.name_end > name.size()) return {Span{name}};
        return {Span{name.substr(0, hit.name_begin)},
                Span{name.substr(hit.name_begin, hit.name_end - hit.name_begin), Weight::bold, Role::accent},
                Span{name.substr(hit.name_end)}};
    }

    LetterKeyboard keyboard_;
    CellList cells_;
    std::shared_ptr<const HallContent> content_;
    std::optional<MatterSearch> search_;
    std::vector<MatterSearch::Hit> hits_;
    bool listing_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_search_screen() { return std::make_unique<SearchPage>(); }

}  // namespace linli::kiosk
