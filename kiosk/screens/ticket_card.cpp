// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/ticket_card.h"

#include <algorithm>

#include "kiosk/screens/ui_words.h"
#include "kiosk/widgets/fit.h"
#include "kiosk/widgets/marks.h"

namespace linli::kiosk {
namespace {

constexpr float pad_x = 44;
constexpr float pad_y = 36;
constexpr float code_side = 290;
constexpr float facts_column = 290;
// The code's own white margin may reach into the card's padding.
constexpr float code_margin = 23;
constexpr TextStyle label_style{.role = TextRole::body, .tint = Role::text_muted, .heard = Heard::first};
constexpr TextStyle value_style{.role = TextRole::heading, .weight = Weight::bold, .heard = Heard::first};
constexpr TextStyle number_style{.role = TextRole::number,
                                 .tint = Role::accent,
                                 .weight = Weight::bold,
                                 .line_height = 1.15F,
                                 .heard = Heard::first};

std::string people(Ui& ui, int count) {
    return count == 0 ? ui.t("ticket.nobody") : ui.t("ticket.people", {{"n", std::to_string(count)}});
}

float fact_width(Ui& ui, const TicketFact& fact) {
    return std::max(ui.canvas().measure(fact.label, label_style).width,
                    ui.canvas().measure(fact.value, value_style).width);
}

void fact_at(Ui& ui, Rect rect, const TicketFact& fact, const TextStyle& value = value_style) {
    ui.canvas().text(rect.cut_top(ui.canvas().line(label_style)), fact.label, label_style);
    ui.canvas().text(rect, fact.value, value);
}

void phone_code(Ui& ui, Rect area, const TicketView& view) {
    const Rect square = area.cut_top(code_side, ui.modes().larger() ? 8 : 12).middle({code_side, code_side});
    const std::string words = code_words(ui.content(), view, ui.local(view.ticket.taken_ms), ui.modes().language);
    // On a dark card the margin would be a white frame that reaches into the words below.
    ui.canvas().qr(ui.modes().high_contrast() ? square : square.inset(-code_margin), words);
    const TextStyle style{.role = ui.modes().larger() ? TextRole::small : TextRole::body,
                          .tint = Role::text_muted,
                          .align = Align::centre};
    ui.canvas().text(area, ui.t("ticket.scan"), style);
}

// No counter open: words instead of figures nobody can honour.
void no_counter(Ui& ui, Rect area, const TicketView& view) {
    const std::vector<TicketFact> facts = ticket_facts(ui, view);
    const float width = fact_width(ui, facts.front());
    fact_at(ui, area.cut_left(width, 48), facts.front());
    ui.canvas().text(area, ui.t("ticket.no_counter"),
                     {.role = TextRole::list, .weight = Weight::bold, .stand = Stand::middle});
}

void facts_below(Ui& ui, Rect area, const TicketView& view) {
    if (!view.wait) {
        no_counter(ui, area, view);
        return;
    }
    std::vector<TicketFact> facts = ticket_facts(ui, view);
    if (!ui.modes().larger() || ui.modes().landscape()) {
        facts_across(ui, area, facts);
        return;
    }
    facts.pop_back();
    facts_across(ui, area.cut_top(fact_height(ui), 14), facts);
    ui.canvas().marked(area, ui.t("ticket.call_time_line", {{"time", call_time_words(ui, *view.wait)}}),
                       {.role = TextRole::body});
}

}  // namespace

std::vector<TicketFact> ticket_facts(Ui& ui, const TicketView& view) {
    const bool larger = ui.modes().larger();
    std::vector<TicketFact> facts{
        {ui.t(larger ? "ticket.ahead_larger" : "ticket.ahead"), people(ui, view.people_ahead)}};
    if (view.wait) {
        facts.push_back({ui.t("ticket.wait"), ui.wait_text(*view.wait)});
        facts.push_back({ui.t("ticket.call_time"), call_time_words(ui, *view.wait)});
    }
    return facts;
}

float fact_height(Ui& ui) { return ui.canvas().line(label_style) + ui.canvas().line(value_style); }

void facts_across(Ui& ui, const Rect& area, const std::vector<TicketFact>& facts) {
    float used = 0;
    for (const TicketFact& fact : facts) used += fact_width(ui, fact);
    const float gap = facts.size() > 1 ? std::max(24.F, (area.width - used) / static_cast<float>(facts.size() - 1)) : 0;
    Rect rest = area;
    for (const TicketFact& fact : facts) fact_at(ui, rest.cut_left(fact_width(ui, fact), gap), fact);
}

bool facts_fit_across(Ui& ui, float width, const std::vector<TicketFact>& facts) {
    float used = 48 * static_cast<float>(facts.size() - 1);
    for (const TicketFact& fact : facts) used += fact_width(ui, fact);
    return used <= width;
}

void facts_down(Ui& ui, const Rect& area, const std::vector<TicketFact>& facts) {
    Rect rest = area;
    TextStyle value = value_style;
    for (const TicketFact& fact : facts)
        if (fact_width(ui, fact) > area.width) value.role = TextRole::sub;
    for (const TicketFact& fact : facts) fact_at(ui, rest.cut_top(fact_height(ui), 12), fact, value);
}

float ticket_number(Ui& ui, const Rect& area, const TicketView& view) {
    Rect rest = area;
    const bool larger = ui.modes().larger();
    const float side = larger ? 72 : 56;
    const Matter* matter = ui.content().matter(view.ticket.matter);
    const std::string name = matter ? ui.in(matter->name) : std::string();
    const TextStyle style{
        .role = larger ? TextRole::list : TextRole::sub, .weight = Weight::bold, .stand = Stand::middle};
    const float height = std::max(side, ui.canvas().measure(name, style, area.width - side - 16).height);
    Rect head = rest.cut_top(height, 16);
    badge(ui, head.cut_left(side, 16).middle({side, side}), view.ticket.letter);
    ui.canvas().text(head, name, style);
    if (!view.ticket.priority.empty() && !larger) {
        const PriorityClass* priority = ui.content().priority(view.ticket.priority);
        const Pill mark{.label = ui.t("ticket.priority"), .icon = priority ? priority->icon : "person"};
        rest.cut_top(pill(ui, {rest.x, rest.y}, mark).height);
    }
    // Past 999 the number has a sign more.
    TextStyle number = number_style;
    if (ui.canvas().measure(view.ticket.code(), number).width > rest.width) number.role = TextRole::display;
    const float line = ui.canvas().line(number_style);
    number.stand = Stand::middle;
    ui.canvas().text({rest.x - 4, rest.y, rest.width + 4, line}, view.ticket.code(), number);
    return rest.y + line - area.y;
}

float ticket_card_height(const Ui& ui) {
    if (ui.modes().landscape()) return ui.modes().larger() ? 640 : 440;
    return ui.modes().larger() ? 716 : 604;
}

void ticket_card(Ui& ui, const Rect& rect, const TicketView& view) {
    number_card(ui, rect);
    Rect inside = rect.inset(pad_x, pad_y);
    const bool facts_in_middle = ui.modes().landscape() && !ui.modes().larger();
    if (!facts_in_middle) {
        const bool with_line = ui.modes().larger() && !ui.modes().landscape();
        const float facts = fact_height(ui) + (with_line ? 14 + ui.canvas().line(TextRole::body) : 0);
        facts_below(ui, inside.cut_bottom(facts, 22), view);
        ui.canvas().rule(inside.cut_bottom(2, 8));
    }
    phone_code(ui, inside.cut_right(code_side, 24), view);
    if (facts_in_middle) {
        Rect facts = inside.cut_right(facts_column, 24);
        facts_down(ui, facts, ticket_facts(ui, view));
        if (!view.wait)
            ui.canvas().text({facts.x, facts.y + fact_height(ui) + 24, facts.width, facts.height},
                             ui.t("ticket.no_counter"), {.role = TextRole::list, .weight = Weight::bold});
    }
    ticket_number(ui, inside, view);
}

float called_card(Ui& ui, const Rect& area, const TicketView& view) {
    Canvas& canvas = ui.canvas();
    const int counter = view.ticket.counter.value_or(0);
    const std::vector<int> counters = counter > 0 ? std::vector<int>{counter} : view.counters;
    const std::string where = counters_words(ui, counters);
    const std::string place = place_words(ui, counters);
    const float width = area.width - 2 * pad_x;
    const TextStyle heading{.role = TextRole::heading, .heard = Heard::first};
    const TextStyle note{.role = TextRole::list, .tint = Role::text_muted};
    TextStyle large{.role = TextRole::number, .tint = Role::accent, .weight = Weight::bold, .heard = Heard::first};
    if (!fits(canvas, where, large, {width, canvas.line(large) + 1})) large.role = TextRole::display;
    const TextStyle code{.role = TextRole::display, .weight = Weight::bold, .heard = Heard::first};

    std::string note_text = ui.t("ticket.called_note");
    const float place_height = place.empty() ? 0 : canvas.measure(place, heading, width).height + 16;
    float height = 2 * pad_y + canvas.line(code) + 12 + canvas.line(heading) + canvas.line(large) + 12 + place_height;
    const float note_height = canvas.measure(note_text, note, width).height;
    if (height + note_height > area.height)
        note_text.clear();
    else
        height += note_height;
    number_card(ui, {area.x, area.y, area.width, height});
    Rect inside = Rect{area.x, area.y, area.width, height}.inset(pad_x, pad_y);
    canvas.text(inside.cut_top(canvas.line(code), 12), view.ticket.code(), code);
    canvas.text(inside.cut_top(canvas.line(heading)), ui.t("ticket.called"), heading);
    canvas.text(inside.cut_top(canvas.line(large), 12), where, large);
    if (!place.empty()) canvas.text(inside.cut_top(place_height - 16, 16), place, heading);
    if (!note_text.empty()) canvas.text(inside, note_text, note);
    return height;
}

void bring_list(Ui& ui, const Rect& area, const TicketView& view) {
    const Matter* matter = ui.content().matter(view.ticket.matter);
    if (!matter || matter->bring.empty()) return;
    const TextStyle title{.role = TextRole::sub, .weight = Weight::bold};
    const TextStyle item{.role = TextRole::list};
    const float icon = ui.canvas().icon_em(48);
    Rect rest = area;
    rest.cut_top(ui.canvas().measure(ui.t("ticket.bring"), title, area.width).height, 16);
    std::vector<float> heights;
    float needed = area.height - rest.height;
    for (const LocalizedText& thing : matter->bring) {
        heights.push_back(std::max(icon, ui.canvas().measure(ui.in(thing), item, area.width - icon - 20).height));
        needed += heights.back() + 16;
    }
    if (needed > area.height) return;
    ui.canvas().text(area, ui.t("ticket.bring"), title);
    for (std::size_t i = 0; i < heights.size(); ++i) {
        Rect line = rest.cut_top(heights[i], 16);
        ui.canvas().icon(line.cut_left(icon, 20).middle({icon, icon}), "description", Role::accent);
        ui.canvas().text(line, ui.in(matter->bring[i]), {.role = TextRole::list, .stand = Stand::middle});
    }
}

}  // namespace linli::kiosk
