// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/facts.h"

#include <fmt/format.h>

#include <array>
#include <utility>
#include <vector>

#include "kiosk/screens/pause.h"
#include "kiosk/widgets/fit.h"
#include "kiosk/widgets/marks.h"

namespace linli::kiosk {

namespace {

void call_banner(Ui& ui, const Rect& rect, const RecentCall& call) {
    Canvas& canvas = ui.canvas();
    canvas.panel(rect, Role::accent_soft, Role::accent, canvas.length("stroke.strong"), canvas.length("radius.tile"));
    const std::string text =
        ui.t("facts.call", {{"code", call.ticket.code()}, {"counter", std::to_string(call.counter)}});
    const float icon = std::min(canvas.icon_em(64), rect.height - 16);
    Rect inner = rect.inset(32, 4);
    TextStyle style{.role = TextRole::heading, .weight = Weight::bold, .stand = Stand::middle, .line_height = 1.2F};
    const Rect icon_box = inner.cut_left(icon, 24);
    canvas.icon(icon_box, "campaign", Role::accent);
    const Size room{inner.width, inner.height};
    const TextStyle one_line = fitted(canvas, text, style, room, TextRole::small, 1);
    const TextStyle lines = fitted(canvas, text, style, room, TextRole::small, 3);
    style = fits(canvas, text, one_line, room) && one_line.role >= TextRole::list ? one_line : lines;
    canvas.text(inner, text, style);
}

// Somebody's turn goes before everything else, and passes; then what keeps numbers from being given.
bool in_their_place(Ui& ui, const Rect& rect) {
    const auto call = fresh_call(ui);
    const auto pause = pause_of_issuing(ui);
    if (call)
        call_banner(ui, rect, *call);
    else if (pause)
        pause_banner(ui, rect, *pause);
    return call || pause;
}

struct Cell {
    std::string value, unit, under, under_short{};
};

std::array<Cell, 3> cells_of(const Ui& ui) {
    const HallStatus& status = ui.status();
    Cell wait{"", ui.t("facts.no_wait"), ui.t("facts.wait_under"), ui.t("facts.wait_under_short")};
    if (status.wait && status.wait->high_minutes < 1)
        wait.unit = ui.t("facts.wait_soon");
    else if (status.wait && status.wait->low_minutes < 1)
        wait = {std::to_string(status.wait->high_minutes), ui.t("facts.unit_minutes_below"), wait.under,
                wait.under_short};
    else if (status.wait)
        wait = {fmt::format("{}–{}", status.wait->low_minutes, status.wait->high_minutes), ui.t("facts.unit_minutes"),
                wait.under, wait.under_short};
    return {Cell{std::to_string(status.waiting), ui.t("facts.waiting"), ui.t("facts.waiting_under")},
            Cell{std::to_string(status.open_counters), ui.t("facts.counters"), ui.t("facts.counters_under")}, wait};
}

void draw_cell(Canvas& canvas, const Rect& rect, const Cell& cell) {
    const TextStyle value{.role = TextRole::heading, .weight = Weight::bold, .line_height = 1.2F};
    TextStyle unit{.role = TextRole::body, .line_height = 1.2F};
    TextStyle under{.role = TextRole::small, .tint = Role::text_muted, .align = Align::centre, .line_height = 1.25F};
    under = fitted(canvas, cell.under, under, {rect.width - 16, rect.height}, TextRole::caption, 1);
    const bool whole = cell.under_short.empty() || canvas.measure(cell.under, under).width <= rect.width - 16;
    const std::string& words = whole ? cell.under : cell.under_short;
    const float value_width = cell.value.empty() ? 0 : canvas.measure(cell.value, value).width + 8;
    unit = fitted(canvas, cell.unit, unit, {rect.width - 16 - value_width, rect.height}, TextRole::caption, 1);
    const float unit_width = canvas.measure(cell.unit, unit).width;
    Rect group = rect.middle({rect.width - 12, canvas.line(value) + canvas.line(under)});
    Rect top = group.cut_top(canvas.line(value)).middle({value_width + unit_width + 2, canvas.line(value)});
    if (!cell.value.empty()) canvas.text(top.cut_left(value_width), cell.value, value);
    // On the value's baseline, see the top bar.
    const float drop = cell.value.empty() ? 0 : 0.436F * (canvas.em(TextRole::heading) - canvas.em(unit.role));
    unit.stand = Stand::middle;
    canvas.text(top.moved(0, drop), cell.unit, unit);
    canvas.text(group, words, under);
}

std::string marked_line(const Ui& ui, const char* with_wait, const char* without_wait, const char* no_counter) {
    const HallStatus& status = ui.status();
    const std::string waiting = std::to_string(status.waiting), counters = std::to_string(status.open_counters);
    if (status.open_counters == 0) return ui.t(no_counter, {{"waiting", waiting}});
    if (!status.wait) return ui.t(without_wait, {{"waiting", waiting}, {"counters", counters}});
    return ui.t(with_wait, {{"waiting", waiting}, {"counters", counters}, {"wait", ui.wait_text(*status.wait)}});
}

// The largest size at which a marked line fits the width.
TextStyle fitted_line(const Canvas& canvas, const std::string& marked, TextStyle style, float width, TextRole least) {
    while (style.role > least && canvas.measure_marked(marked, style).width > width)
        style.role = static_cast<TextRole>(static_cast<int>(style.role) - 1);
    return style;
}

}  // namespace

std::optional<RecentCall> fresh_call(Ui& ui) {
    if (ui.status().calls.empty()) return std::nullopt;
    const RecentCall& call = ui.status().calls.front();
    const std::int64_t age_ms = ui.now_ms() - call.called_ms;
    if (age_ms < 0 || age_ms >= fresh_call_ms) return std::nullopt;
    ui.redraw_in_ms(fresh_call_ms - age_ms);
    return call;
}

void facts_cells(Ui& ui, const Rect& rect) {
    if (in_their_place(ui, rect)) return;
    card(ui, rect);
    const auto cells = cells_of(ui);
    constexpr float divider_height = 88;
    for (int i = 0; i < 3; ++i) {
        const Rect cell = rect.column(i, 3, 0);
        draw_cell(ui.canvas(), cell, cells[static_cast<std::size_t>(i)]);
        if (i > 0) ui.canvas().rule({cell.x, rect.centre().y - divider_height / 2, 0, divider_height});
    }
}

float facts_cells_height(const Ui& ui) {
    constexpr float smallest = 152, around = 44;
    const Theme& theme = ui.theme();
    const TextSize size = ui.modes().size;
    return std::max(smallest,
                    theme.em(TextRole::heading, size) * 1.2F + theme.em(TextRole::small, size) * 1.25F + around);
}

void facts_strip(Ui& ui, const Rect& rect) {
    if (in_their_place(ui, rect)) return;
    Canvas& canvas = ui.canvas();
    const bool framed = rect.height >= 96;
    if (framed) card(ui, rect);
    Rect inner = framed ? rect.inset(32, 8) : rect;
    const float icon = canvas.icon_em(52);
    canvas.icon(inner.cut_left(icon, framed ? 20 : 16), "people", Role::accent);
    std::string text = marked_line(ui, "facts.line", "facts.line_no_wait", "facts.line_no_counter");
    TextStyle style{.role = TextRole::list, .stand = Stand::middle, .line_height = 1.2F};
    TextStyle smaller = style;
    smaller.role = TextRole::body;
    if (canvas.measure_marked(text, smaller).width > inner.width)
        text = marked_line(ui, "facts.line_short", "facts.line_short_no_wait", "facts.line_no_counter");
    canvas.marked(inner, text, fitted_line(canvas, text, style, inner.width, TextRole::caption));
}

void facts_column(Ui& ui, const Rect& rect) {
    if (in_their_place(ui, rect)) return;
    Canvas& canvas = ui.canvas();
    card(ui, rect);
    const HallStatus& status = ui.status();
    std::vector<std::pair<const char*, std::string>> lines;
    lines.emplace_back("people", ui.t("facts.waiting_line", {{"waiting", std::to_string(status.waiting)}}));
    if (status.open_counters > 0)
        lines.emplace_back("support_agent",
                           ui.t("facts.counters_line", {{"counters", std::to_string(status.open_counters)}}));
    else
        lines.emplace_back("support_agent", ui.t("facts.no_counter_line"));
    if (status.wait) lines.emplace_back("schedule", ui.t("facts.wait_line", {{"wait", ui.wait_text(*status.wait)}}));
    const float icon = canvas.icon_em(56);
    const float pitch =
        std::min(canvas.line(TextRole::list) + 18, (rect.height - 24) / static_cast<float>(lines.size()));
    Rect inner = rect.middle({rect.width - 64, pitch * static_cast<float>(lines.size())});
    TextStyle style{.role = TextRole::list, .stand = Stand::middle, .line_height = 1.2F};
    for (const auto& [name, text] : lines)
        style = fitted_line(canvas, text, style, inner.width - icon - 24, TextRole::caption);
    for (const auto& [name, text] : lines) {
        Rect line = inner.cut_top(pitch);
        canvas.icon(line.cut_left(icon, 24), name, Role::accent);
        canvas.marked(line, text, style);
    }
}

std::string hours_text(const Ui& ui) {
    const HallStatus& status = ui.status();
    if (status.issuing && status.issuing->next_opening_ms) {
        const LocalTime now = ui.local_now(), next = ui.local(*status.issuing->next_opening_ms);
        const std::string when = next.date == now.date                ? ui.t("attract.hours.today")
                                 : next.date == now.date.plus_days(1) ? ui.t("attract.hours.tomorrow")
                                                                      : ui.weekday_text(next.weekday);
        return ui.t("attract.hours.next", {{"when", when}, {"time", ui.clock_text(*status.issuing->next_opening_ms)}});
    }
    // A pause changes no hours.
    const bool closed = status.issuing && status.issuing->why != Refusal::issuing_paused;
    if (closed || !status.closes_at_minute) return ui.t("attract.hours.closed");
    const int minute = *status.closes_at_minute;
    return ui.t(status.break_today ? "attract.hours.until_break" : "attract.hours.until",
                {{"time", fmt::format("{}:{:02}", minute / 60, minute % 60)}});
}

}  // namespace linli::kiosk
