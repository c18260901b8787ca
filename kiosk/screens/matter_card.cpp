// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/matter_card.h"

#include <algorithm>

#include "kiosk/screens/ui_words.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/marks.h"

namespace linli::kiosk {
namespace {

constexpr float pad_x = 36;
constexpr float pad_y = 30;
constexpr float badge_side = 104;
constexpr float icon_gap = 16;
constexpr float rule_gap = 24;
constexpr float narrow_width = 700;
constexpr TextStyle name_style{.role = TextRole::heading, .weight = Weight::bold};
constexpr TextStyle place_style{.role = TextRole::body, .tint = Role::text_muted};
constexpr TextStyle fact_style{.role = TextRole::list, .stand = Stand::middle};

std::vector<int> counters_taking(const HallContent& content, const Matter& matter) {
    std::vector<int> counters;
    for (const CounterPlan& counter : content.counters)
        if (content.takes(counter, matter)) counters.push_back(counter.number);
    return counters;
}

}  // namespace

MatterCard::MatterCard(Ui& ui, const Content& content, float width) : content_(content), width_(width) {
    Canvas& canvas = ui.canvas();
    // Until the answer is there, a usual one keeps its place, so that nothing moves when it comes.
    MatterOutlook usual;
    usual.people_ahead = 88;
    usual.wait = WaitRange{20, 30};
    const MatterOutlook& outlook = content.outlook ? *content.outlook : usual;
    ahead_ = outlook.people_ahead == 0 ? ui.t("confirm.ahead_none")
                                       : ui.t("confirm.ahead", {{"n", std::to_string(outlook.people_ahead)}});
    if (!outlook.wait)
        wait_ = ui.t("confirm.no_counter");
    else if (outlook.wait->high_minutes < 1)
        wait_ = ui.wait_text(*outlook.wait);
    else
        wait_ = ui.t("confirm.wait", {{"wait", ui.wait_text(*outlook.wait)}});
    place_ = place(ui);

    const float inner = width - 2 * pad_x;
    float text_width = inner - badge_side - 24;
    if (content.change == Change::beside) text_width -= change_width_units + 24;
    name_height_ = canvas.measure(ui.in(content.matter.name), name_style, text_width).height;
    // In a narrow card the place runs below the badge: beside it, it would take four lines.
    place_below_ = width < narrow_width;
    if (place_below_) {
        head_height_ = std::max(badge_side, name_height_) + 12 + canvas.measure(place_, place_style, inner).height;
    } else {
        head_height_ = std::max(badge_side, name_height_ + canvas.measure(place_, place_style, text_width).height);
    }

    const float icon = canvas.icon_em(48) + icon_gap;
    const float ahead_width = icon + canvas.measure_marked(ahead_, fact_style).width;
    const float wait_width = icon + canvas.measure_marked(wait_, fact_style).width;
    facts_in_row_ = ahead_width + 48 + wait_width <= inner;
    const float one = std::max(canvas.icon_em(48), canvas.line(TextRole::list));
    facts_height_ = one;
    if (!facts_in_row_)
        facts_height_ += 12 + std::max(one, canvas.measure_marked(wait_, fact_style, inner - icon).height);
    height_ = 2 * pad_y + head_height_ + 2 * rule_gap + 2 + facts_height_;
}

std::string MatterCard::place(const Ui& ui) const {
    const bool known = content_.outlook && !content_.outlook->counters.empty();
    const std::vector<int> counters =
        known ? content_.outlook->counters : counters_taking(ui.content(), content_.matter);
    const Line* line = ui.content().line(content_.matter.line);
    const std::string name = line ? ui.in(line->name) : std::string();
    const std::string numbers = counters_words(ui, counters);
    const std::string where = place_words(ui, counters);
    if (where.empty()) return ui.t("confirm.place_plain", {{"line", name}, {"counters", numbers}});
    return ui.t(width_ < narrow_width ? "confirm.place_narrow" : "confirm.place",
                {{"line", name}, {"place", where}, {"counters", numbers}});
}

bool MatterCard::draw(Ui& ui, const Rect& rect) const {
    const Rect whole{rect.x, rect.y, width_, height_};
    card(ui, whole);
    Rect inside = whole.inset(pad_x, pad_y);
    Rect head = inside.cut_top(head_height_, rule_gap);
    bool change = false;
    if (content_.change == Change::beside) {
        Rect side = head.cut_right(change_width_units, 24);
        side.height = 96;
        change = button(ui, {.id = "change", .rect = side, .label = ui.t("confirm.change"), .role = TextRole::body});
    }
    Rect text = place_below_ ? head.cut_top(std::max(badge_side, name_height_), 12) : head;
    const Rect column = text.cut_left(badge_side, 24);
    badge(ui, place_below_ ? column.middle({badge_side, badge_side}) : Rect{column.x, column.y, badge_side, badge_side},
          content_.matter.line);
    TextStyle name = name_style;
    if (place_below_) name.stand = Stand::middle;
    ui.canvas().text(place_below_ ? text : text.cut_top(name_height_), ui.in(content_.matter.name), name);
    ui.canvas().text(place_below_ ? head : text, place_, place_style);
    ui.canvas().rule(inside.cut_top(2, rule_gap));
    facts(ui, inside);
    return change;
}

void MatterCard::facts(Ui& ui, Rect area) const {
    Canvas& canvas = ui.canvas();
    const float one = std::max(canvas.icon_em(48), canvas.line(TextRole::list));
    if (!content_.outlook) {
        if (content_.late) blank(ui, area.cut_top(one));
        return;
    }
    if (facts_in_row_) {
        const float width = canvas.icon_em(48) + icon_gap + canvas.measure_marked(ahead_, fact_style).width;
        fact(ui, area.cut_left(width, 48), "people", ahead_);
        fact(ui, area, "schedule", wait_);
    } else {
        fact(ui, area.cut_top(one, 12), "people", ahead_);
        fact(ui, area, "schedule", wait_);
    }
}

void MatterCard::fact(Ui& ui, const Rect& rect, const char* icon, const std::string& marked) {
    Rect rest = rect;
    const float em = ui.canvas().icon_em(48);
    ui.canvas().icon(rest.cut_left(em, icon_gap).middle({em, em}), icon, Role::accent);
    ui.canvas().marked(rest, marked, fact_style);
}

}  // namespace linli::kiosk
