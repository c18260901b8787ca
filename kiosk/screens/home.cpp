// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/home.h"

#include <array>
#include <string>

#include "kiosk/frame/page_head.h"
#include "kiosk/screens/facts.h"
#include "kiosk/screens/pause.h"
#include "kiosk/screens/reminders.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/fit.h"
#include "kiosk/widgets/row.h"
#include "kiosk/widgets/street.h"

namespace linli::kiosk {

namespace {

struct Service {
    const char* name;
    const char* icon;
    char tint;  ///< the line whose colours its icon square takes
    ScreenId opens = ScreenId::not_open_yet;
};

constexpr std::array services{
    Service{"take_number", "confirmation_number", 0},       Service{"certificate", "description", 'B'},
    Service{"policy", "menu_book", 'A', ScreenId::look_up}, Service{"benefits", "volunteer_activism", 'D'},
    Service{"notices", "campaign", 'H', ScreenId::notices}, Service{"feedback", "rate_review", 'F'}};
constexpr std::size_t service_count = services.size();

class HomeScreen final : public Screen {
public:
    void draw_ground(Ui& ui) override {
        if (!ui.modes().low() || ui.modes().landscape()) return;
        Canvas& canvas = ui.canvas();
        const float middle = canvas.record().low_limit, width = canvas.space().width;
        canvas.gradient({0, 0, width, middle - 20}, Role::sky_top, Role::sky_bottom);
        street(canvas, {0, middle - 16 - 392, width, 392});
        canvas.fill({0, middle - 28, width, 12}, Role::roof_near);
    }

    void draw(Ui& ui) override {
        if (ui.modes().landscape() && ui.modes().low())
            draw_low_landscape(ui);
        else if (ui.modes().landscape())
            draw_landscape(ui);
        else if (ui.modes().low())
            draw_low(ui);
        else if (ui.modes().larger())
            draw_larger(ui);
        else
            draw_portrait(ui);
    }

private:
    static constexpr float tile_gap = 30, gap = 24;

    static void service_tile(Ui& ui, std::size_t index, const Rect& rect, Tile::Form form) {
        const Service& service = services[index];
        const std::string key = std::string("home.") + service.name;
        const bool first = index == 0, whole_text = form == Tile::Form::tall && !ui.modes().larger();
        if (first && pause_of_issuing(ui)) return paused_tile(ui, rect, form);
        if (!tile(ui, {.id = service.name,
                       .rect = rect,
                       .title = ui.t(key + ".title"),
                       .text = ui.t(key + (whole_text ? ".text" : ".short")),
                       .icon = service.icon,
                       .icon_ink = first ? Tint(Role::accent_text) : Tint(Role::line_ink, service.tint),
                       .icon_ground = first ? Tint(Role::accent_pressed) : Tint(Role::line_soft, service.tint),
                       .kind = first ? Tile::Kind::primary : Tile::Kind::plain,
                       .form = form}))
            return;
        if (first) return ui.go(ScreenId::choose);
        if (service.opens != ScreenId::not_open_yet) return ui.go(service.opens);
        ui.session().not_open_tile = service.name;
        ui.go(ScreenId::not_open_yet);
    }

    // It says so itself, and whoever touches it is told why.
    static void paused_tile(Ui& ui, const Rect& rect, Tile::Form form) {
        if (tile(ui, {.id = "take_number",
                      .rect = rect,
                      .title = ui.t("home.take_number.paused"),
                      .text = ui.t("home.take_number.why"),
                      .icon = "hourglass_top",
                      .icon_ink = Role::warning,
                      .icon_ground = Role::warning_soft,
                      .form = form}))
            ui.go(ScreenId::choose);
    }

    static void find_button(Ui& ui, const Rect& rect) {
        const char* icon = ui.modes().larger() && rect.width < 400 ? "" : "search";
        if (button(ui, {.id = "find_ticket", .rect = rect, .label = ui.t("home.find_ticket"), .icon = icon}))
            ui.go(ScreenId::find_ticket);
    }

    // Title and the muted line below; gives where they end.
    static float greeting(Ui& ui, Rect box, const char* title_key, const char* under_key, float find_width) {
        Canvas& canvas = ui.canvas();
        TextStyle title{.role = TextRole::title, .weight = Weight::bold, .heard = Heard::first};
        const std::string text = ui.t(title_key);
        title = fitted(canvas, text, title, {box.width - find_width, box.height}, TextRole::sub, 2);
        box.cut_top(canvas.text({box.x, box.y, box.width - find_width, box.height}, text, title).height, 4);
        if (under_key == nullptr) return box.y;
        TextStyle under{.role = TextRole::list, .tint = Role::text_muted};
        under = fitted(canvas, ui.t(under_key), under, {box.width, box.height}, TextRole::body, 2);
        return box.y + canvas.text(box, ui.t(under_key), under).height;
    }

    static void draw_portrait(Ui& ui) {
        const Rect content = content_area(ui);
        constexpr float find_width = 312, find_height = 96;
        greeting(ui, {content.x, 152, content.width, 180}, "home.title", "home.under", find_width + gap);
        find_button(ui, {content.right() - find_width, 148, find_width, find_height});
        facts_strip(ui, {content.x, 332, content.width, 104});
        const Rect tiles{content.x, 468, content.width, 3 * 396 + 2 * tile_gap};
        for (std::size_t i = 0; i < service_count; ++i)
            service_tile(ui, i, tiles.row(static_cast<int>(i / 2), 3, tile_gap).column(static_cast<int>(i % 2), 2, gap),
                         Tile::Form::tall);
    }

    static void draw_larger(Ui& ui) {
        Rect content = content_area(ui);
        const float title_end = greeting(ui, {content.x, 142, content.width, 240}, "home.title_short", nullptr, 0);
        facts_strip(ui, {content.x, title_end, content.width, 74});
        content.cut_top(title_end + 74 + 12 - content.y);
        constexpr int rows = static_cast<int>(service_count);
        for (std::size_t i = 0; i < service_count; ++i) {
            Rect row = content.row(static_cast<int>(i), rows, gap);
            // The way to a number already taken stands beside the way to a new one.
            if (i == 0) find_button(ui, row.cut_right(336, gap));
            service_tile(ui, i, row, Tile::Form::flat);
        }
    }

    static void draw_low(Ui& ui) {
        const Rect content = content_area(ui);
        const float middle = ui.canvas().record().low_limit;
        const float end = greeting(ui, {content.x, 160, content.width, 300}, "home.title", "home.under_low", 0);
        facts_cells(ui, {content.x, end + 24, content.width, facts_cells_height(ui)});
        Rect touching{content.x, middle + 16, content.width, content.bottom() - middle - 16};
        find_button(ui, touching.cut_bottom(ui.modes().larger() ? 100 : 112, gap));
        for (std::size_t i = 0; i < service_count; ++i)
            service_tile(ui, i, touching.row(static_cast<int>(i / 2), 3, gap).column(static_cast<int>(i % 2), 2, gap),
                         Tile::Form::flat);
    }

    static void draw_landscape(Ui& ui) {
        const Rect content = content_area(ui);
        constexpr float tiles_x = 648, tiles_height = 2 * 344 + tile_gap;
        Rect left{content.x, 124, 552, content.y + tiles_height - 124};
        const bool larger = ui.modes().larger();
        const float end = greeting(ui, left, "home.title_two_lines", larger ? nullptr : "home.under_landscape", 0);
        find_button(ui, left.cut_bottom(larger ? 128 : 96, gap));
        left.cut_top(std::max(end + gap - left.y, 0.F));
        facts_column(ui, left);
        const Rect tiles{tiles_x, content.y, content.right() - tiles_x, tiles_height};
        for (std::size_t i = 0; i < service_count; ++i)
            service_tile(ui, i, tiles.row(static_cast<int>(i / 3), 2, tile_gap).column(static_cast<int>(i % 3), 3, gap),
                         Tile::Form::tall);
        if (!current_reminders(ui).empty())
            reminders_line(ui, {content.x, tiles.bottom() + 18, content.width, content.bottom() - tiles.bottom() - 10});
    }

    static void draw_low_landscape(Ui& ui) {
        const Rect content = content_area(ui);
        const float middle = ui.canvas().record().low_limit;
        greeting(ui, {content.x, 124, 600, 380}, "home.title_two_lines",
                 ui.modes().larger() ? nullptr : "home.under_low_landscape", 0);
        Rect right{700, content.y, content.right() - 700, middle - gap - content.y};
        facts_cells(ui, right.cut_top(facts_cells_height(ui), gap));
        if (const float height = reminders_height(ui, right.width); height > 0 && height <= right.height)
            reminders_card(ui, {right.x, right.y, right.width, height});
        else if (height > 0)
            reminders_line(ui, right.cut_top(ui.canvas().line(TextRole::small)));
        const Rect touching{content.x, middle + 4, content.width, content.bottom() - middle - 4};
        constexpr int columns = 4;
        for (std::size_t i = 0; i < service_count; ++i) {
            // Taking a number is two cells wide, so that with the search the eight cells are full.
            const int cell = i == 0 ? 0 : static_cast<int>(i) + 1;
            Rect rect = touching.row(cell / columns, 2, tile_gap).column(cell % columns, columns, gap);
            if (i == 0) rect.width = 2 * rect.width + gap;
            service_tile(ui, i, rect, Tile::Form::flat);
        }
        find_button(ui, touching.row(1, 2, tile_gap).column(columns - 1, columns, gap));
    }
};

}  // namespace

std::unique_ptr<Screen> make_home_screen() { return std::make_unique<HomeScreen>(); }

}  // namespace linli::kiosk
