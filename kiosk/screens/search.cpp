// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/search.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "hall/base/utf8.h"
#include "kiosk/frame/page_head.h"
#include "kiosk/screens/finder.h"
#include "kiosk/screens/matter_list.h"
#include "kiosk/screens/pause.h"
#include "kiosk/screens/text_entry.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/cell_list.h"
#include "kiosk/widgets/field.h"
#include "kiosk/widgets/marks.h"
#include "kiosk/widgets/row.h"

namespace linli::kiosk {
namespace {

/// Lower than this, an area between head and keyboard has room for two rows of one line.
constexpr float flat_units = 300;
/// So much of what was typed is named where nothing was found.
constexpr std::size_t named_max = 12;

/// While typing: keyboard below, what was found above. After the search key: the list alone, so that there is room for
/// all.
class SearchPage final : public Screen {
public:
    enum class For : std::uint8_t { numbers, reading };
    SearchPage(std::unique_ptr<Finder> finder, For purpose) : finder_(std::move(finder)), purpose_(purpose) {}

    void on_enter(Ui& ui) override { on_picture(ui); }
    void on_picture(Ui& ui) override {
        look(ui);
        if (purpose_ == For::reading) return;
        if (const auto pause = pause_of_issuing(ui)) explain_pause(ui, *pause);
    }

    void on_leave(Ui& ui) override { note_if_in_vain(ui); }

    bool on_back(Ui& ui) override {
        if (!listing_) return false;
        listing_ = false;
        ui.redraw_in_ms(0);
        return true;
    }

    void draw(Ui& ui) override {
        heed(ui, entry_.take_typed(ui, ui.session().query));
        PageAreas areas = page_head(ui, {.title = ui.t(either("search.title", "look_up.title")), .under = hint(ui)});
        Rect box = ui.modes().landscape() ? areas.aside : areas.reading;
        const Rect field_rect = box.cut_top(ui.theme().length("field"), 16);
        // Above the middle a field could not be reached: it only shows.
        const auto tap = listing_ && !ui.modes().low() ? Field::Tap::tappable : Field::Tap::none;
        const auto touched = entry_.field(ui,
                                          {.id = "query",
                                           .rect = field_rect,
                                           .hint = ui.t(either("search.field", "look_up.field")),
                                           .icon = "search",
                                           .state = listing_ ? Field::State::rest : Field::State::active,
                                           .tap = tap},
                                          ui.session().query);
        heed(ui, touched.event);
        if (touched.tapped) type_again(ui);
        // What somebody looks for does not stand behind the time-out's dialog, and what was found would say it.
        const bool shown = ui.privacy() == Privacy::shown;
        Rect results = ui.modes().landscape() ? areas.whole : box;
        if (ui.modes().low() && ui.modes().landscape()) results = areas.reading;
        if (listing_) {
            if (ui.modes().low() && shown) say_found(ui, results);
            if (shown) list(ui, ui.modes().low() ? areas.touching : results);
            return;
        }
        results.height = entry_.tray(ui).y - ui.theme().length("gap") - results.y;
        if (shown) found(ui, results);
        heed(ui, entry_.keys(ui, ui.session().query));
    }

private:
    /// One of two texts: for taking a number, or for reading.
    const char* either(const char* numbers, const char* reading) const {
        return purpose_ == For::numbers ? numbers : reading;
    }

    /// The muted line below the title; where letters are large and the keys take half of the page there is no room.
    std::string hint(const Ui& ui) const {
        if (ui.modes().larger() && ui.modes().landscape()) return {};
        const bool roomy = !ui.modes().larger() && !ui.modes().landscape();
        return ui.t(roomy ? either("search.hint", "look_up.hint") : either("search.hint_short", "look_up.hint_short"));
    }

    void look(Ui& ui) {
        finder_->look(ui, ui.session().query.all());
        cells_.to_top();
    }

    void heed(Ui& ui, TextEntry::Event event) {
        if (event == TextEntry::Event::none) return;
        listing_ = event == TextEntry::Event::action && !ui.session().query.empty();
        if (listing_) note_if_in_vain(ui);
        look(ui);
        ui.redraw_in_ms(0);
    }

    // Once for the same words: a person who looks again is not two.
    void note_if_in_vain(Ui& ui) {
        const std::string query = ui.session().query.all();
        if (query.empty() || !finder_->nearest() || query == noted_) return;
        noted_ = query;
        ui.ask(AskNoteSearch{query});
    }

    void type_again(Ui& ui) {
        listing_ = false;
        ui.redraw_in_ms(0);
    }

    void found(Ui& ui, Rect area) {
        const TextStyle muted{.role = TextRole::small, .tint = Role::text_muted};
        if (finder_->count() == 0) {
            nothing(ui, area);
            return;
        }
        if (!ui.modes().landscape()) {
            const std::string line = ui.t(ui.modes().low()     ? either("search.guess_low", "look_up.guess_low")
                                          : finder_->nearest() ? "look_up.nearest"
                                                               : either("search.guess", "look_up.guess"));
            ui.canvas().text(area.cut_top(ui.canvas().line(TextRole::small), 8), line, muted);
        }
        const bool low_rows = ui.modes().landscape() && (!ui.modes().larger() || area.height < flat_units);
        const float height = low_rows ? 112.F : 132.F;
        if (ui.modes().low())
            previews(ui, area, height);
        else
            cells(ui, area, height, 28, 0);
    }

    void say_found(Ui& ui, const Rect& area) {
        const TextStyle style{.role = TextRole::list, .tint = Role::text_muted};
        const std::string text =
            finder_->count() == 0 || finder_->nearest()
                ? ui.t(either("search.nothing", "look_up.nothing"),
                       {{"query", shortened(ui.session().query.all(), named_max)}})
                : ui.t(either("search.results", "look_up.results"), {{"n", std::to_string(finder_->count())}});
        ui.canvas().text(area, text, style);
    }

    void nothing(Ui& ui, Rect area) {
        const std::string query = ui.session().query.all();
        const bool flat = area.height < flat_units;
        const TextStyle style{.role = flat ? TextRole::body : TextRole::list, .tint = Role::text_muted};
        const std::string text =
            query.empty() ? ui.t(either("search.start", "look_up.start"))
                          : ui.t(either("search.nothing", "look_up.nothing"), {{"query", shortened(query, named_max)}});
        area.cut_top(8);
        const Size size = ui.canvas().text(area, text, style);
        area.cut_top(size.height, flat ? 16 : 32);
        if (!ui.modes().low() && (!query.empty() || purpose_ == For::reading))
            by_line(ui, area.cut_top(ui.theme().length(flat ? "target_min" : "button")));
    }

    void by_line(Ui& ui, const Rect& rect) {
        if (button(ui, {.id = "by_line", .rect = rect, .label = ui.t(either("search.by_line", "look_up.by_line"))}))
            finder_->by_groups(ui);
    }

    // Low mode, while typing: to be read only, since it stands above the reach.
    void previews(Ui& ui, Rect area, float height) {
        const int room = static_cast<int>((area.height + 16) / (height + 16));
        for (int i = 0; i < std::min(room, finder_->count()); ++i) {
            const Row found = finder_->row(ui, i);
            Rect rect = area.cut_top(height, 16);
            card(ui, rect);
            Rect inside = rect.inset(32, 0);
            if (found.badge != 0) badge(ui, inside.cut_left(72, 24).middle({72, 72}), found.badge);
            std::vector<Span> words = found.title_spans;
            if (!found.closed.words.empty()) words.push_back({ui.t("search.paused"), Weight::bold, Role::warning});
            ui.canvas().text(inside, words, {.role = TextRole::list, .stand = Stand::middle, .line_height = 1.2F});
        }
    }

    void list(Ui& ui, Rect area) {
        if (finder_->count() == 0 && !ui.modes().low()) {
            nothing(ui, area);
            return;
        }
        if (!ui.modes().low()) area.cut_top(8);
        cells(ui, area, list_cell_height(ui), ui.theme().length("gap"), ui.modes().low() ? 2 : 0);
    }

    // `ways_before`: cells before the hits, which lead back to the keyboard and to the lines.
    void cells(Ui& ui, const Rect& area, float height, float gap, int ways_before) {
        // Above the keys and their words there is room for two rows only.
        constexpr float wide = 1300;
        const bool two = ui.modes().landscape() && (area.width > wide || area.height < flat_units);
        const CellList::Form form{.id = "hits",
                                  .area = area,
                                  .count = finder_->count() + ways_before,
                                  .cell_height = height,
                                  .gap = gap,
                                  .columns = two ? 2 : 1};
        cells_.draw(ui, form, [&](int index, const Rect& rect) {
            if (index < ways_before) {
                way(ui, index, rect);
                return;
            }
            Row found = finder_->row(ui, index - ways_before);
            found.rect = rect;
            if (row(ui, found)) finder_->open(ui, index - ways_before);
        });
    }

    void way(Ui& ui, int index, const Rect& rect) {
        if (index == 0 && button(ui, {.id = "again", .rect = rect, .label = ui.t("search.again"), .icon = "keyboard"}))
            type_again(ui);
        if (index == 1 &&
            button(ui, {.id = "by_line", .rect = rect, .label = ui.t(either("search.by_line", "look_up.by_line"))}))
            finder_->by_groups(ui);
    }

    TextEntry entry_;
    CellList cells_;
    std::unique_ptr<Finder> finder_;
    For purpose_;
    bool listing_ = false;
    std::string noted_;
};

}  // namespace

std::unique_ptr<Screen> make_search_screen() {
    return std::make_unique<SearchPage>(make_matter_finder(), SearchPage::For::numbers);
}

std::unique_ptr<Screen> make_look_up_screen() {
    return std::make_unique<SearchPage>(make_document_finder(), SearchPage::For::reading);
}

}  // namespace linli::kiosk
