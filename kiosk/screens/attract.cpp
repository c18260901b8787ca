// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/attract.h"

#include "kiosk/frame/bars.h"
#include "kiosk/screens/facts.h"
#include "kiosk/screens/reminders.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/fit.h"
#include "kiosk/widgets/street.h"

namespace linli::kiosk {

namespace {

constexpr float margin = 48, strip_height = 116, start_height = 224;

class AttractScreen final : public Screen {
public:
    void draw(Ui& ui) override {
        Canvas& canvas = ui.canvas();
        const Size space = canvas.space();
        const bool landscape = ui.modes().landscape();
        const float street_height = landscape ? 300 : 400, strip = landscape ? 96 : strip_height;
        const float street_top = space.height - strip - street_height;
        canvas.gradient({0, 0, space.width, street_top + street_height}, Role::sky_top, Role::sky_bottom);
        top_bar(ui);
        street(canvas, {0, street_top, space.width, street_height});
        draw_strip(ui, {0, space.height - strip, space.width, strip});
        if (landscape)
            draw_landscape(ui);
        else
            draw_portrait(ui);
        // Whoever touches anywhere wants to begin.
        if (ui.tapped_elsewhere()) ui.go(ScreenId::home);
    }

private:
    static float greeting(Ui& ui, const Rect& box) {
        Canvas& canvas = ui.canvas();
        Rect left = box;
        left.cut_top(
            canvas.text(left, ui.t("attract.hello"), {.role = TextRole::display, .weight = Weight::bold}).height, 8);
        TextStyle question{.role = TextRole::title, .heard = Heard::first};
        question = fitted(canvas, ui.t("attract.question"), question, {left.width, 400}, TextRole::list, 1);
        left.cut_top(canvas.text(left, ui.t("attract.question"), question).height, 16);
        TextStyle text{.role = TextRole::list, .tint = Role::text_muted};
        text = fitted(canvas, ui.t("attract.text"), text, {left.width, left.height}, TextRole::caption, 4);
        left.cut_top(canvas.text(left, ui.t("attract.text"), text).height);
        return left.y;
    }

    static void start_button(Ui& ui, const Rect& rect) {
        Canvas& canvas = ui.canvas();
        const Touch touch = ui.touch("start", rect);
        const Rect face = touchable(ui, rect, Ground::primary, touch, canvas.length("radius.dialog"));
        const std::string label = ui.t("attract.start");
        const float icon = 112, gap = 28;
        TextStyle style{.role = TextRole::title,
                        .tint = Role::accent_text,
                        .weight = Weight::bold,
                        .stand = Stand::middle,
                        .line_height = 1.2F};
        style = fitted(canvas, label, style, {face.width - icon - gap - 48, face.height}, TextRole::list, 1);
        Rect group = face.middle({icon + gap + canvas.measure(label, style).width + 2, face.height});
        canvas.icon(group.cut_left(icon, gap), "touch_app", Role::accent_text);
        canvas.text(group, label, style);
        if (touch.tapped) ui.go(ScreenId::home);
    }

    static void draw_portrait(Ui& ui) {
        const Rect column{margin, 236, ui.canvas().space().width - 2 * margin, 1200};
        float y = greeting(ui, column) + 40;
        const Rect row{column.x, 0, column.width, 0};
        const float facts_height = facts_cells_height(ui);
        const auto start = [&] {
            start_button(ui, {row.x, y, row.width, start_height});
            y += start_height + 48;
        };
        if (!ui.modes().low()) {
            y = std::max(y, 676.F);
            start();
        }
        facts_cells(ui, {row.x, y, row.width, facts_height});
        y += facts_height + 24;
        if (const float height = reminders_height(ui, row.width); height > 0) {
            reminders_card(ui, {row.x, y, row.width, height});
            y += height + 24;
        }
        if (ui.modes().low()) {
            y = std::max(y, ui.canvas().record().low_limit + 8);
            start();
        }
    }

    static void draw_landscape(Ui& ui) {
        constexpr float left_width = 860, right_x = 1000;
        const Rect right{right_x, 0, ui.canvas().space().width - right_x - margin, 0};
        greeting(ui, {margin, 168, left_width, 500});
        float y = ui.modes().low() ? 152.F : 176.F;
        if (!ui.modes().low()) {
            start_button(ui, {right.x, y, right.width, start_height});
            y += start_height + 40;
        }
        const float facts_height = facts_cells_height(ui);
        facts_cells(ui, {right.x, y, right.width, facts_height});
        y += facts_height + 24;
        const float height = reminders_height(ui, right.width);
        const float foot = ui.modes().low() ? ui.canvas().record().low_limit + 160 : ui.canvas().space().height - 120;
        if (height > 0 && y + height + 24 <= foot) {
            reminders_card(ui, {right.x, y, right.width, height});
            y += height + 24;
        }
        if (ui.modes().low())
            start_button(ui, {right.x, std::max(y, ui.canvas().record().low_limit + 8), right.width, start_height});
    }

    static void draw_strip(Ui& ui, const Rect& strip) {
        Canvas& canvas = ui.canvas();
        canvas.fill(strip, Role::roof_near);
        const std::string hours = hours_text(ui), other = ui.t("attract.other_language");
        TextStyle style{.role = TextRole::body, .tint = Role::accent_text, .stand = Stand::middle, .line_height = 1.2F};
        const float icon = 44, gap = 16;
        Rect line = strip.inset(margin, 0);
        const auto needed = [&] {
            return canvas.measure(hours, style).width + canvas.measure(other, style).width + 2 * (icon + gap) + 32;
        };
        while (style.role > TextRole::caption && needed() > line.width)
            style.role = static_cast<TextRole>(static_cast<int>(style.role) - 1);
        if (needed() <= line.width) {
            Rect right = line.cut_right(canvas.measure(other, style).width + 2 + icon + gap);
            canvas.icon(right.cut_left(icon, gap), "language", Role::accent_text);
            canvas.text(right, other, style);
        }
        canvas.icon(line.cut_left(icon, gap), "schedule", Role::accent_text);
        canvas.text(line, hours, fitted(canvas, hours, style, {line.width, line.height}, TextRole::caption, 1));
    }
};

}  // namespace

std::unique_ptr<Screen> make_attract_screen() { return std::make_unique<AttractScreen>(); }

}  // namespace linli::kiosk
