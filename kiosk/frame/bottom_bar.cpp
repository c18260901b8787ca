// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <vector>

#include "kiosk/frame/bars.h"
#include "kiosk/widgets/button.h"

namespace linli::kiosk {

namespace {

enum class ItemState : std::uint8_t { rest, off, help, on };

struct Item {
    const char* id;
    const char* label_key;
    const char* icon;
    ItemState state;
    const char* reason_key = nullptr;  ///< stands below the label: why it is off
};

constexpr std::size_t item_count = 8;

std::array<Item, item_count> items_of(const Ui& ui) {
    const Modes& modes = ui.modes();
    const ItemState voice = !ui.can_read_aloud() ? ItemState::off : modes.guided() ? ItemState::on : ItemState::rest;
    const ItemState leave = ui.screen() == ScreenId::home ? ItemState::off : ItemState::rest;
    return {
        Item{"bar.back", "bar.back", "arrow_back", leave},
        Item{"bar.home", "bar.home", "home", leave},
        Item{"bar.help", "bar.help", "support_agent", ui.screen() == ScreenId::help ? ItemState::on : ItemState::help},
        Item{"bar.larger", "bar.larger", "format_size", modes.larger() ? ItemState::on : ItemState::rest},
        Item{"bar.contrast", "bar.contrast", "contrast", modes.high_contrast() ? ItemState::on : ItemState::rest},
        Item{"bar.low", "bar.low", "vertical_align_bottom", modes.low() ? ItemState::on : ItemState::rest},
        voice == ItemState::off ? Item{"bar.voice", "bar.voice", "volume_off", voice, "bar.voice_off"}
                                : Item{"bar.voice", "bar.voice", "volume_up", voice},
        Item{"bar.language", "bar.other_language", "language", ItemState::rest}};
}

enum class ItemForm : std::uint8_t { icon_above, icon_beside };

TextStyle label_style(const Ui& ui, ItemState state) {
    TextStyle style{.role = ui.modes().larger() ? TextRole::caption : TextRole::small, .line_height = 1.2F};
    switch (state) {
        case ItemState::off:
            style.tint = Role::text_disabled;
            break;
        case ItemState::help:
            style.tint = Role::accent;
            style.weight = Weight::bold;
            break;
        case ItemState::on:
            style.tint = Role::accent_text;
            style.weight = Weight::bold;
            break;
        case ItemState::rest:
            break;
    }
    return style;
}

Rect ground(Ui& ui, const Rect& rect, ItemState state, const Touch& touch) {
    Canvas& canvas = ui.canvas();
    const float radius = canvas.length("radius.button"), line = canvas.length("stroke.line");
    if (state == ItemState::off) {
        const bool contrast = canvas.contrast() != Contrast::normal;
        canvas.panel(rect, Role::surface_sunk, contrast ? Role::text_disabled : Role::outline, line, radius);
        return rect;
    }
    if (state == ItemState::on && !touch.pressed) {
        canvas.panel(rect, Role::accent, Role::accent, line, radius);
        return rect;
    }
    const Rect face = touchable(ui, rect, state == ItemState::on ? Ground::primary : Ground::raised, touch, radius);
    if (state == ItemState::help) canvas.panel(face, Role::accent_soft, Role::accent, line, radius);
    return face;
}

TextStyle reason_style() {
    return {.role = TextRole::caption, .tint = Role::text_disabled, .align = Align::centre, .line_height = 1.1F};
}

// The reason takes its room from the icon.
void draw_with_reason(Ui& ui, const Rect& face, const Item& item, ItemForm form) {
    Canvas& canvas = ui.canvas();
    TextStyle style = label_style(ui, item.state);
    style.line_height = 1.1F;
    const std::string label = ui.t(item.label_key), reason = ui.t(item.reason_key);
    const Size first = canvas.measure(label, style), second = canvas.measure(reason, reason_style());
    if (form == ItemForm::icon_above) {
        constexpr float icon = 40;
        Rect group = face.middle({face.width, icon + 2 + first.height + second.height});
        canvas.icon(group.cut_top(icon, 2), item.icon, style.tint);
        style.align = Align::centre;
        canvas.text(group.cut_top(first.height), label, style);
        canvas.text(group, reason, reason_style());
        return;
    }
    constexpr float icon = 40, gap = 8;
    const float width = std::max(first.width, second.width);
    Rect group = face.middle({icon + gap + width, first.height + second.height});
    canvas.icon(group.cut_left(icon, gap), item.icon, style.tint);
    style.align = Align::centre;
    group.width += 2;
    canvas.text(group.cut_top(first.height), label, style);
    canvas.text(group, reason, reason_style());
}

bool item(Ui& ui, const Rect& rect, const Item& item, ItemForm form) {
    Canvas& canvas = ui.canvas();
    const bool enabled = item.state != ItemState::off;
    const Touch touch =
        ui.touch(item.id, rect, enabled ? LayoutRecord::Target::enabled : LayoutRecord::Target::disabled);
    const Rect face = ground(ui, rect, item.state, touch);
    if (item.reason_key != nullptr) {
        draw_with_reason(ui, face, item, form);
        return false;
    }
    TextStyle style = label_style(ui, item.state);
    const std::string label = ui.t(item.label_key);
    const Size text = canvas.measure(label, style);
    if (form == ItemForm::icon_above) {
        Rect group = face.middle({face.width, 48 + 6 + text.height});
        canvas.icon(group.cut_top(48, 6), item.icon, style.tint);
        style.align = Align::centre;
        canvas.text(group, label, style);
    } else {
        float icon = ui.modes().larger() ? 52.F : 48.F, gap = 12;
        if (icon + gap + text.width > face.width - 24) icon = 40, gap = 8;
        Rect group = face.middle({icon + gap + text.width, std::max(icon, text.height)});
        canvas.icon(group.cut_left(icon, gap), item.icon, style.tint);
        style.stand = Stand::middle;
        canvas.text({group.x, group.y, group.width + 2, group.height}, label, style);
    }
    return touch.tapped;
}

// In landscape all items share the width; where labels differ too much, each gets what it needs and an equal share
// more.
std::vector<float> landscape_widths(Ui& ui, const std::array<Item, item_count>& items, float room) {
    constexpr float around = 52 + 12 + 24;
    std::vector<float> widths;
    float widest = 0, sum = 0;
    for (const Item& one : items) {
        float words = ui.canvas().measure(ui.t(one.label_key), label_style(ui, one.state)).width;
        if (one.reason_key != nullptr)
            words = std::max(words, ui.canvas().measure(ui.t(one.reason_key), reason_style()).width);
        widths.push_back(words + around);
        widest = std::max(widest, widths.back());
        sum += widths.back();
    }
    if (widest * item_count <= room) return std::vector<float>(item_count, room / item_count);
    for (float& width : widths) width += (room - sum) / item_count;
    return widths;
}

std::array<Rect, item_count> places_of(Ui& ui, const std::array<Item, item_count>& items, float top) {
    const Theme& theme = ui.theme();
    const float gap = theme.length("gap"), margin = theme.length("margin"), width = ui.canvas().space().width;
    std::array<Rect, item_count> places;
    if (ui.modes().landscape()) {
        const auto widths = landscape_widths(ui, items, width - 2 * margin - gap * (item_count - 1));
        float x = margin;
        for (std::size_t i = 0; i < item_count; ++i) {
            places[i] = {x, top + 19, widths[i], theme.length("bar_item_landscape")};
            x += widths[i] + gap;
        }
    } else if (ui.modes().larger()) {
        const float height = theme.length("bar_item_larger"), row_gap = theme.length("row_gap");
        const Rect row{margin, top + 24, width - 2 * margin, height};
        for (std::size_t i = 0; i < item_count; ++i)
            places[i] = row.moved(0, i < 4 ? 0 : height + row_gap).column(static_cast<int>(i % 4), 4, gap);
    } else {
        const auto& widths = theme.bar_widths(ui.modes().english() ? "en" : "zh");
        float x = gap;
        for (std::size_t i = 0; i < item_count; ++i) {
            places[i] = {x, top + 18, widths[i], theme.length("bar_item")};
            x += widths[i] + gap;
        }
    }
    return places;
}

void act(Ui& ui, std::size_t index) {
    Modes& modes = ui.modes();
    switch (index) {
        case 0:
            ui.back();
            break;
        case 1:
            ui.home();
            break;
        case 2:
            if (ui.screen() != ScreenId::help) ui.go(ScreenId::help);
            break;
        case 3:
            modes.size = modes.larger() ? TextSize::normal : TextSize::larger;
            break;
        case 4:
            modes.contrast = static_cast<Contrast>((static_cast<int>(modes.contrast) + 1) % 3);
            break;
        case 5:
            modes.reach = modes.low() ? Reach::normal : Reach::low;
            break;
        case 6:
            ui.guidance_button();
            break;
        case 7:
            modes.language = modes.english() ? Language::zh : Language::en;
            break;
        default:
            break;
    }
    ui.redraw_in_ms(0);
}

}  // namespace

float bottom_bar_height(const Ui& ui) {
    return ui.theme().length(ui.modes().landscape() ? "bottom_bar_landscape"
                             : ui.modes().larger()  ? "bottom_bar_larger"
                                                    : "bottom_bar");
}

void bottom_bar(Ui& ui) {
    Canvas& canvas = ui.canvas();
    const float height = bottom_bar_height(ui), top = canvas.space().height - height;
    canvas.fill({0, top, canvas.space().width, height}, Role::surface_sunk);
    canvas.rule({0, top, canvas.space().width, 0});
    const auto items = items_of(ui);
    const auto places = places_of(ui, items, top);
    const bool beside = ui.modes().landscape() || ui.modes().larger();
    for (std::size_t i = 0; i < item_count; ++i)
        if (item(ui, places[i], items[i], beside ? ItemForm::icon_beside : ItemForm::icon_above)) act(ui, i);
}

}  // namespace linli::kiosk
