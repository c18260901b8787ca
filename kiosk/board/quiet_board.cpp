// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "kiosk/board/board_scene.h"

namespace linli::kiosk {

namespace {

constexpr float radius = 36, row_rule = 2;
constexpr int days = 7, facts_rows_max = 6;

TextStyle middle_style(Tint tint, Weight weight = Weight::regular) {
    return {.tint = tint, .weight = weight, .stand = Stand::middle, .line_height = 1.2F};
}

Rect list_rows(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas, const char* title) {
    Rect area = areas.list;
    Rect head = area.cut_top(areas.landscape ? 100 : 78);
    TextStyle style = middle_style(Role::board_text, Weight::bold);
    style.role = TextRole::sub;
    const std::string says = scene.words.t(title), english = scene.words.small(title);
    canvas.text(head.cut_left(canvas.measure(says, style).width + 2, 20), says, style);
    TextStyle muted = middle_style(Role::board_text_muted);
    muted.role = TextRole::body;
    if (!english.empty()) canvas.text(head.moved(0, 4), english, muted);
    return area;
}

Rect next_row(Canvas& canvas, Rect& area, float height) {
    const Rect row = area.cut_top(height);
    canvas.rule({row.x, row.y, row.width, row_rule}, Role::board_outline);
    return row;
}

/// "现在" in figures: what people may want to know who have just come in.
void draw_facts(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas) {
    struct Fact {
        const char* icon;
        std::string text;
    };
    const BoardWords& words = scene.words;
    const BoardView& view = scene.view;
    std::vector<Fact> facts;
    facts.push_back({"place", view.open_counters > 0
                                  ? words.t("board.facts.counters", {{"n", std::to_string(view.open_counters)}})
                                  : words.t("board.facts.no_counter")});
    facts.push_back({"people", words.t("board.facts.waiting", {{"n", std::to_string(view.waiting)}})});
    const auto& spans = scene.content.hours.on(scene.now.date, scene.now.weekday);
    if (!spans.empty())
        facts.push_back({"schedule", words.t("board.facts.hours", {{"hours", BoardWords::hours(spans)}})});
    facts.push_back({"sentiment_very_satisfied", words.in(scene.content.waiting_area)});
    Rect area = list_rows(canvas, scene, areas, "board.facts.title");
    const float height = areas.landscape ? 100 : areas.list.height / facts_rows_max;
    for (const Fact& fact : facts) {
        Rect row = next_row(canvas, area, height);
        canvas.icon(row.cut_left(48, 24), fact.icon, Role::board_number);
        const Rect box{row.x, row.y + 4, row.width, row.height - 4};
        TextStyle style = middle_style(Role::board_text);
        style = board_fitted(canvas, fact.text, style, {box.width, box.height},
                             {TextRole::board_text, TextRole::list, TextRole::body});
        if (!board_fits(canvas, fact.text, style, {box.width, box.height}))
            style = board_fitted(canvas, fact.text, style, {box.width, box.height},
                                 {TextRole::list, TextRole::body, TextRole::small, TextRole::caption}, 2);
        canvas.text(box, fact.text, style);
    }
}

/// When the doors are open on this day and the six after it.
void draw_hours(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas) {
    Rect area = list_rows(canvas, scene, areas, "board.hours.title");
    const float height = area.height / days;
    for (int ahead = 0; ahead < days; ++ahead) {
        const LocalDate date = scene.now.date.plus_days(ahead);
        const int weekday = (scene.now.weekday - 1 + ahead) % 7 + 1;
        const auto& spans = scene.content.hours.on(date, weekday);
        const std::string hours = spans.empty() ? scene.words.t("board.hours.closed") : BoardWords::hours(spans);
        Rect row = next_row(canvas, area, height);
        TextStyle day = middle_style(ahead == 0 ? Role::board_number : Role::board_text, Weight::bold);
        day.role = TextRole::board_text;
        const std::string name = ahead == 0 ? scene.words.t("board.hours.today") : scene.words.weekday(weekday);
        canvas.text(row.cut_left(180, 16), name, day);
        TextStyle style = middle_style(spans.empty() ? Role::board_text_muted : Role::board_text);
        style.align = Align::right;
        canvas.text(row, hours,
                    board_fitted(canvas, hours, style, {row.width, row.height},
                                 {TextRole::board_text, TextRole::list, TextRole::body, TextRole::small}));
    }
}

struct QuietWords {
    std::string icon, title, title_english, text;
};

QuietWords words_of(const BoardScene& scene) {
    const BoardWords& words = scene.words;
    if (!scene.view.rest) {
        return {"confirmation_number", words.t("board.empty.title"), words.small("board.empty.title"),
                words.t("board.empty.text")};
    }
    const std::string key = fmt::format("board.rest.{}", name_of(scene.view.rest->why));
    std::string text;
    const auto zone = TimeZone::open(scene.content.time_zone);
    if (scene.view.rest->next_opening_ms && zone)
        text = words.t("board.opens", {{"when", words.moment(scene.now, zone->at(*scene.view.rest->next_opening_ms))}});
    return {"schedule", words.t(key), words.small(key), text};
}

}  // namespace

void draw_quiet_card(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas) {
    canvas.fill(areas.call, Role::board_surface, radius);
    const QuietWords words = words_of(scene);
    const Tint sign = scene.stale() ? Tint(Role::board_text_muted) : Tint(Role::board_number);
    const Rect inner = areas.call.inset(72, 40);
    TextStyle title{.tint = sign, .weight = Weight::bold, .line_height = 1.2F};
    title = board_fitted(canvas, words.title, title, {inner.width, 140},
                         {TextRole::display, TextRole::board_counter, TextRole::title, TextRole::board_code});
    TextStyle text{.tint = Role::board_text, .line_height = 1.35F};
    text = board_fitted(canvas, words.text, text, {inner.width, 150},
                        {TextRole::board_place, TextRole::sub, TextRole::board_text, TextRole::list}, 2);
    const TextStyle english{.role = TextRole::list, .tint = Role::board_text_muted, .line_height = 1.2F};
    constexpr float icon = 128, icon_gap = 32, gap = 20;
    const float title_height = canvas.measure(words.title, title, inner.width).height;
    const float text_height = canvas.measure(words.text, text, inner.width).height;
    const float english_height = words.title_english.empty() ? 0 : canvas.line(english) + 4;
    Rect block = inner.middle({inner.width, icon + icon_gap + title_height + english_height + gap + text_height});
    const Rect picture = block.cut_top(icon, icon_gap);
    canvas.icon({picture.x, picture.y, icon, icon}, words.icon, sign);
    canvas.text(block.cut_top(title_height), words.title, title);
    if (english_height > 0) canvas.text(block.cut_top(english_height), words.title_english, english);
    block.cut_top(gap);
    canvas.text(block, words.text, text);
}

void draw_quiet_list(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas) {
    if (scene.view.rest)
        draw_hours(canvas, scene, areas);
    else
        draw_facts(canvas, scene, areas);
}

}  // namespace linli::kiosk
