// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/state_card.h"

#include <algorithm>

#include "kiosk/screens/ticket_card.h"
#include "kiosk/screens/ui_words.h"
#include "kiosk/widgets/marks.h"

namespace linli::kiosk {
namespace {

constexpr float pad_x = 44;
constexpr float pad_y = 32;
constexpr float number_width = 520;
constexpr TextStyle title_style{.role = TextRole::sub, .weight = Weight::bold, .heard = Heard::first};
constexpr TextStyle note_style{.role = TextRole::body, .tint = Role::text_muted, .heard = Heard::first};
constexpr TextStyle flash_style{.role = TextRole::body, .weight = Weight::bold};

constexpr float facts_pad_x = 36;
constexpr float facts_pad_y = 24;

struct Words {
    float icon = 0;
    float title_height = 0;
    float height = 0;
};

const TextStyle& second_style(const StateCard& card) { return card.flash.empty() ? note_style : flash_style; }
const std::string& second(const StateCard& card) { return card.flash.empty() ? card.words.note : card.flash; }

Words plan_words(Ui& ui, const StateCard& card, float width) {
    Words words;
    words.icon = card.flash.empty() ? 0 : ui.canvas().icon_em(40) + 12;
    words.title_height = ui.canvas().measure(card.words.title, title_style, width).height;
    words.height = words.title_height;
    if (!second(card).empty())
        words.height += 4 + ui.canvas().measure(second(card), second_style(card), width - words.icon).height;
    return words;
}

void draw_words(Ui& ui, Rect area, const StateCard& card, const Words& words) {
    ui.canvas().text(area.cut_top(words.title_height, 4), card.words.title, title_style);
    if (words.icon > 0) {
        const bool good = card.flash_kind == StateCard::Flash::good;
        const float em = words.icon - 12;
        const Rect column = area.cut_left(em, 12);
        ui.canvas().icon({column.x, column.y + 4, em, em}, good ? "check_circle" : "error",
                         good ? Role::success : Role::danger);
    }
    ui.canvas().text(area, second(card), second_style(card));
}

float head_height(Ui& ui, const TicketView& view, float width) {
    const bool larger = ui.modes().larger();
    const float side = larger ? 72 : 56;
    const Matter* matter = ui.content().matter(view.ticket.matter);
    const TextStyle style{.role = larger ? TextRole::list : TextRole::sub, .weight = Weight::bold};
    const std::string name = matter ? ui.in(matter->name) : std::string();
    float height = std::max(side, ui.canvas().measure(name, style, width - side - 16).height) + 16;
    if (!view.ticket.priority.empty() && !larger) height += pill_size(ui, {.label = ui.t("ticket.priority")}).height;
    const TextStyle number{.role = TextRole::number, .weight = Weight::bold, .line_height = 1.15F};
    return height + ui.canvas().measure(view.ticket.code(), number).height;
}

struct CardPlan {
    bool beside = false;
    float number_height = 0;
    Words words;
    float height = 0;
};

CardPlan plan_card(Ui& ui, float width, const StateCard& card) {
    const bool number = card.number == StateCard::Number::shown;
    const bool beside = number && ui.modes().landscape();
    const float inner = width - 2 * pad_x;
    CardPlan plan;
    plan.beside = beside;
    plan.words = plan_words(ui, card, beside ? inner - number_width - 40 : inner);
    if (number) plan.number_height = head_height(ui, card.view, beside ? number_width : inner);
    const float above = number ? plan.number_height + 8 : 0;
    plan.height = 2 * pad_y + (beside ? std::max(plan.number_height, plan.words.height) : above + plan.words.height);
    return plan;
}

struct FactsPlan {
    std::vector<TicketFact> facts{};
    bool across = true;
    float height = 0;
};

FactsPlan plan_facts(Ui& ui, float width, const TicketView& view) {
    FactsPlan plan;
    if (!stands_in_line(view.ticket.state)) return plan;
    plan.facts = ticket_facts(ui, view);
    if (plan.facts.size() > 2) plan.facts.pop_back();
    plan.facts.push_back({ui.t("ticket_state.counters"), counters_words(ui, view.counters)});
    plan.across = facts_fit_across(ui, width - 2 * facts_pad_x, plan.facts);
    // Low mode has half a page for reading: where the counters are is said again when the number is called.
    if (!plan.across && ui.modes().low()) {
        plan.facts.pop_back();
        plan.across = facts_fit_across(ui, width - 2 * facts_pad_x, plan.facts);
    }
    const auto rows = plan.across ? 1.F : static_cast<float>(plan.facts.size());
    plan.height = rows * fact_height(ui) + (rows - 1) * 12 + 2 * facts_pad_y;
    return plan;
}

}  // namespace

float state_card_height(Ui& ui, float width, const StateCard& card) { return plan_card(ui, width, card).height; }

void state_card(Ui& ui, const Rect& rect, const StateCard& card) {
    const CardPlan plan = plan_card(ui, rect.width, card);
    const Rect whole{rect.x, rect.y, rect.width, plan.height};
    number_card(ui, whole);
    Rect inside = whole.inset(pad_x, pad_y);
    if (plan.beside) {
        ticket_number(ui, inside.cut_left(number_width, 40), card.view);
        inside.cut_top((inside.height - plan.words.height) / 2);
    } else if (plan.number_height > 0) {
        ticket_number(ui, inside.cut_top(plan.number_height, 8), card.view);
    }
    draw_words(ui, inside, card, plan.words);
}

float state_facts_height(Ui& ui, float width, const TicketView& view) { return plan_facts(ui, width, view).height; }

void state_facts(Ui& ui, const Rect& rect, const TicketView& view) {
    const FactsPlan plan = plan_facts(ui, rect.width, view);
    if (plan.facts.empty()) return;
    const Rect whole{rect.x, rect.y, rect.width, plan.height};
    card(ui, whole);
    const Rect inside = whole.inset(facts_pad_x, facts_pad_y);
    if (plan.across)
        facts_across(ui, inside, plan.facts);
    else
        facts_down(ui, inside, plan.facts);
}

}  // namespace linli::kiosk
