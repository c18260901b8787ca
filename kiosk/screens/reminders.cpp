// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/reminders.h"

#include "kiosk/widgets/marks.h"

namespace linli::kiosk {

namespace {

constexpr std::size_t shown_max = 2;
constexpr float padding_x = 36, padding_y = 32, label_width = 184, gap = 24, row_gap = 12;
constexpr TextStyle text_style{.role = TextRole::body};

Pill pill_of(const Ui& ui, const Reminder& reminder) {
    const bool warning = reminder.tone == "warning";
    return {.label = ui.in(reminder.label),
            .icon = {},
            .ink = warning ? Role::warning : Role::accent,
            .ground = warning ? Role::warning_soft : Role::accent_soft};
}

// All labels take the width of the widest, so that the texts stand in one column.
float labels_width(Ui& ui, const std::vector<Reminder>& reminders) {
    float width = label_width;
    for (const Reminder& reminder : reminders) width = std::max(width, pill_size(ui, pill_of(ui, reminder)).width);
    return width;
}

float row_height(Ui& ui, const Reminder& reminder, float text_width) {
    const float text = ui.canvas().measure(ui.in(reminder.text), text_style, text_width).height;
    return std::max(text, pill_size(ui, pill_of(ui, reminder)).height);
}

}  // namespace

std::vector<Reminder> current_reminders(const Ui& ui) {
    std::vector<Reminder> current;
    const LocalDate today = ui.local_now().date;
    for (const Reminder& reminder : ui.content().reminders)
        if ((!reminder.until || *reminder.until >= today) && current.size() < shown_max) current.push_back(reminder);
    return current;
}

float reminders_height(Ui& ui, float width) {
    const auto reminders = current_reminders(ui);
    if (reminders.empty()) return 0;
    const float text_width = width - 2 * padding_x - labels_width(ui, reminders) - gap;
    float height = 2 * padding_y + ui.canvas().line(TextRole::list) + 2;
    for (const Reminder& reminder : reminders) height += row_height(ui, reminder, text_width) + row_gap;
    return height;
}

void reminders_card(Ui& ui, const Rect& rect) {
    Canvas& canvas = ui.canvas();
    const auto reminders = current_reminders(ui);
    card(ui, rect);
    Rect inner = rect.inset(padding_x, padding_y);
    Rect head = inner.cut_top(canvas.line(TextRole::list), row_gap + 2);
    canvas.icon(head.cut_left(canvas.icon_em(52), 16), "campaign", Role::brand_warm);
    canvas.text(head, ui.t("reminders.title"), {.role = TextRole::list, .weight = Weight::bold});
    const float labels = labels_width(ui, reminders);
    for (const Reminder& reminder : reminders) {
        const float height = row_height(ui, reminder, inner.width - labels - gap);
        Rect row = inner.cut_top(height, row_gap);
        const Pill look = pill_of(ui, reminder);
        const float pill_height = pill_size(ui, look).height;
        const Rect label = row.cut_left(labels, gap).middle({labels, pill_height});
        canvas.fill(label, look.ground, pill_height / 2);
        canvas.text(label, look.label,
                    {.role = TextRole::small,
                     .tint = look.ink,
                     .weight = Weight::bold,
                     .align = Align::centre,
                     .stand = Stand::middle});
        TextStyle style = text_style;
        style.stand = Stand::middle;
        canvas.text(row, ui.in(reminder.text), style);
    }
}

void reminders_line(Ui& ui, const Rect& rect) {
    Canvas& canvas = ui.canvas();
    const auto reminders = current_reminders(ui);
    const TextStyle style{.role = TextRole::small, .tint = Role::text_muted, .stand = Stand::middle};
    Rect line = rect;
    const Rect icon = line.cut_left(canvas.icon_em(44), 16);
    std::string text, longest;
    for (const Reminder& reminder : reminders) {
        text += (text.empty() ? "" : "   ") + ui.in(reminder.label) + " " + ui.in(reminder.text);
        const std::string whole = ui.t("reminders.line", {{"text", text}});
        if (canvas.measure(whole, style).width <= line.width) longest = whole;
    }
    if (longest.empty()) return;
    canvas.icon(icon, "campaign", Role::brand_warm);
    canvas.text(line, longest, style);
}

}  // namespace linli::kiosk
