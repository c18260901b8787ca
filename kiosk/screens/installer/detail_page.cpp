// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/installer/detail_page.h"

#include <algorithm>

#include "kiosk/screens/installer/item_state.h"
#include "kiosk/widgets/fit.h"

namespace linli::kiosk {
namespace {

constexpr float fact_gap = 20, deed_gap = 30, fact_between = 24;
// The boxes' widths are the measured ones; rounding must not wrap them anew.
constexpr float slack = 2;

const TextStyle label_style{.role = TextRole::small, .tint = Role::text_muted};
const TextStyle value_style{.role = TextRole::body, .weight = Weight::bold};

bool on_one_line(const Canvas& canvas, const Fact& fact, float width) {
    if (fact.value.find('\n') != std::string::npos) return false;
    return canvas.measure(fact.label, label_style).width + fact_between + 2 * slack +
               canvas.measure(fact.value, value_style).width <=
           width;
}

float fact_height(const Canvas& canvas, const Fact& fact, float width) {
    if (on_one_line(canvas, fact, width)) return canvas.line(value_style);
    return canvas.measure(fact.label, label_style, width).height +
           canvas.measure(fact.value, value_style, width).height;
}

void draw_fact(Canvas& canvas, const Rect& rect, const Fact& fact) {
    if (on_one_line(canvas, fact, rect.width)) {
        TextStyle label = label_style, value = value_style;
        label.stand = value.stand = Stand::middle;
        value.align = Align::right;
        Rect left = rect;
        const Rect right = left.cut_right(canvas.measure(fact.value, value).width + slack, fact_between);
        canvas.text(left, fact.label, label);
        canvas.text(right, fact.value, value);
        return;
    }
    Rect rest = rect;
    rest.cut_top(canvas.text(rest, fact.label, label_style).height);
    canvas.text(rest, fact.value, value_style);
}

/// How many of the facts from `first` on fit.
std::size_t facts_that_fit(const Canvas& canvas, const Rect& area, const std::vector<Fact>& facts, std::size_t first) {
    float used = 0;
    std::size_t count = 0;
    for (std::size_t i = first; i < facts.size(); ++i, ++count) {
        used += fact_height(canvas, facts[i], area.width) + (count > 0 ? fact_gap : 0);
        if (used > area.height) break;
    }
    return count;
}

void draw_facts(Canvas& canvas, Rect area, const std::vector<Fact>& facts, std::size_t first, std::size_t count) {
    for (std::size_t i = first; i < first + count; ++i) {
        const Rect rect = area.cut_top(fact_height(canvas, facts[i], area.width), fact_gap);
        draw_fact(canvas, rect, facts[i]);
        if (i + 1 < first + count) canvas.rule({rect.x, rect.bottom() + fact_gap / 2 - 1, rect.width, 0});
    }
}

Progress walked(const Ui& ui) {
    const auto& walk = ui.session().setup.walk;
    if (!walk) return {};
    Progress progress;
    progress.step = static_cast<int>(*walk) + 1;
    progress.steps = static_cast<int>(checked_items.size());
    progress.now = item_title(ui, checked_items[*walk]);
    if (*walk + 1 < checked_items.size()) progress.next = item_title(ui, checked_items[*walk + 1]);
    return progress;
}

int columns_for(const Ui& ui, float width, std::size_t count) {
    if (ui.modes().landscape()) return width > 1500 ? 3 : 2;
    return count > 2 ? 2 : 1;
}

}  // namespace

float deeds_height(const Ui& ui, float width, std::size_t count) {
    if (count == 0) return 0;
    const auto columns = static_cast<std::size_t>(columns_for(ui, width, count));
    const std::size_t rows = (count + columns - 1) / columns;
    return static_cast<float>(rows) * (ui.theme().length("button") + deed_gap) - deed_gap;
}

std::optional<int> deeds_on(Ui& ui, const Rect& area, const std::vector<Deed>& deeds) {
    const float height = ui.theme().length("button"), gap = ui.theme().length("gap");
    const int count = static_cast<int>(deeds.size()), columns = columns_for(ui, area.width, deeds.size());
    std::optional<int> tapped;
    for (int i = 0; i < count; ++i) {
        const Deed& deed = deeds[static_cast<std::size_t>(i)];
        const int row = i / columns, in_row = std::min(columns, count - row * columns);
        Rect line{area.x, area.y + static_cast<float>(row) * (height + deed_gap), area.width, height};
        const Rect rect = line.column(i % columns, in_row, gap);
        if (button(ui, {.id = deed.id,
                        .rect = rect,
                        .label = deed.label,
                        .icon = deed.icon,
                        .kind = deed.kind,
                        .state = deed.state}))
            tapped = i;
    }
    return tapped;
}

DetailLayout::Areas DetailLayout::areas_of(Ui& ui, const PageAreas& page, const Notice& notice,
                                           std::size_t deed_count) const {
    constexpr float below_notice = 32;
    Areas areas;
    Rect reading = page.reading;
    reading.cut_top(8);
    if (ui.modes().low()) {
        areas.deeds = page.touching;
    } else {
        const float height = deeds_height(ui, reading.width, deed_count);
        areas.deeds = reading.cut_bottom(height + 6, 24);
    }
    areas.notice = reading;
    areas.facts = view_ == View::facts ? reading.inset(8, 0) : page.aside;
    if (view_ == View::facts) return areas;
    if (!ui.modes().landscape()) {
        reading.cut_top(notice_height(ui, notice, reading.width), below_notice);
        areas.facts = reading.inset(8, 0);
    }
    return areas;
}

std::optional<int> DetailLayout::draw(Ui& ui, const DetailPage& page) {
    const PageAreas head = page_head(ui, {.title = item_title(ui, page.item),
                                          .progress = walked(ui),
                                          .icon = item_icon(page.item),
                                          .icon_tint = Role::accent});
    const Canvas& canvas = ui.canvas();
    std::vector<Deed> deeds = page.deeds;
    const bool walking = ui.session().setup.walk.has_value();
    if (walking) {
        const bool last = *ui.session().setup.walk + 1 >= checked_items.size();
        deeds.push_back({.id = "walk_on",
                         .label = ui.t(last ? "installer.walk.end" : "installer.walk.next"),
                         .icon = "arrow_forward"});
    }
    if (first_fact_ >= page.facts.size()) view_ = View::all;
    if (view_ == View::all) first_fact_ = 0;
    Areas areas = areas_of(ui, head, page.notice, deeds.size());
    std::size_t shown = facts_that_fit(canvas, areas.facts, page.facts, first_fact_);
    if (view_ == View::facts || shown < page.facts.size()) {
        deeds.push_back({.id = "more_facts", .label = ui.t("installer.more"), .icon = "arrow_downward"});
        areas = areas_of(ui, head, page.notice, deeds.size());
        shown = facts_that_fit(canvas, areas.facts, page.facts, first_fact_);
    }
    if (view_ == View::all) notice(ui, areas.notice, page.notice);
    draw_facts(ui.canvas(), areas.facts, page.facts, first_fact_, shown);
    const auto tapped = deeds_on(ui, areas.deeds, deeds);
    if (!tapped) return std::nullopt;
    const std::string& id = deeds[static_cast<std::size_t>(*tapped)].id;
    if (id == "more_facts") {
        // On the first page there may be room for the notice alone.
        first_fact_ += view_ == View::all ? shown : std::max<std::size_t>(shown, 1);
        view_ = View::facts;
        ui.redraw_in_ms(0);
        return std::nullopt;
    }
    if (id == "walk_on") {
        walk_on(ui);
        return std::nullopt;
    }
    return tapped;
}

void walk_on(Ui& ui) {
    auto& walk = ui.session().setup.walk;
    if (!walk) return;
    if (++*walk < checked_items.size()) return ui.replace(page_of(checked_items[*walk]));
    walk.reset();
    ui.replace(ScreenId::setup_summary);
}

}  // namespace linli::kiosk
