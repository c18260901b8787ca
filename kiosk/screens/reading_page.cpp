// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/reading_page.h"

#include <algorithm>

namespace linli::kiosk {
namespace {

constexpr const char* read_id = "read_aloud";
constexpr const char* phone_id = "to_phone";
constexpr const char* read_on_id = "read_on";
constexpr const char* print_id = "print_document";

/// A printer that can print now.
bool has_printer(const Ui& ui) {
    return std::ranges::any_of(ui.status().devices, [](const DeviceStatus& one) {
        const bool works = one.health == DeviceHealth::good || one.health == DeviceHealth::warning;
        return one.device == Device::printer && works;
    });
}

bool in_one_row(const Ui& ui) { return ui.modes().landscape(); }

/// In portrait the page's own act has a row below the others.
bool has_main_row(const Ui& ui, const std::vector<ReadingAct>& acts) {
    const std::string& last = acts.empty() ? std::string(phone_id) : acts.back().id;
    const bool own = last != phone_id && last != read_id && last != read_on_id && last != print_id;
    return !in_one_row(ui) && acts.size() > 1 && own;
}

float acts_height(const Ui& ui, const std::vector<ReadingAct>& acts) {
    const float row = ui.theme().length("button"), gap = ui.theme().length("gap");
    return has_main_row(ui, acts) ? 2 * row + gap : row;
}

/// Where each act stands: side by side at the area's foot, in low mode at its top; the main one below in portrait.
std::vector<Rect> act_places(const Ui& ui, Rect area, const std::vector<ReadingAct>& acts) {
    const float gap = ui.theme().length("gap"), height = ui.theme().length("button");
    const bool main_row = has_main_row(ui, acts);
    Rect row = area.cut_top(height, gap);
    const auto count = static_cast<int>(acts.size()) - (main_row ? 1 : 0);
    std::vector<Rect> places;
    for (int i = 0; i < count; ++i) places.push_back(row.column(i, count, gap));
    if (main_row) places.push_back(area.cut_top(height));
    return places;
}

}  // namespace

ReadingAct ReadingPage::print_act(const Ui& ui) const {
    switch (printing_.state()) {
        case DeviceTry::State::running:
            return {print_id, ui.t("reading.printing"), "print", ButtonKind::secondary, Button::State::working};
        case DeviceTry::State::done:
            return {print_id, ui.t("reading.printed"), "check_circle"};
        case DeviceTry::State::failed:
        case DeviceTry::State::silent:
        case DeviceTry::State::not_asked:
            return {print_id, ui.t("reading.not_printed"), "error"};
        case DeviceTry::State::untried:
            break;
    }
    return {print_id, ui.t("reading.print"), "print"};
}

std::vector<ReadingAct> ReadingPage::all_acts(Ui& ui, const Text& text) const {
    std::vector<ReadingAct> acts;
    if (ui.can_read_aloud()) acts.push_back({read_id, ui.t("reading.aloud"), "volume_up"});
    if (!text.document.empty() && (has_printer(ui) || printing_.state() != DeviceTry::State::untried))
        acts.push_back(print_act(ui));
    if (!text.for_phone.empty()) acts.push_back({phone_id, ui.t("reading.to_phone"), "qr_code_2"});
    acts.insert(acts.end(), text.acts.begin(), text.acts.end());
    return acts;
}

bool ReadingPage::on_back(Ui& ui) {
    if (view_ == View::text) {
        // To the document from which this one was opened, where it was so.
        std::vector<std::string>& trail = ui.session().trail;
        if (trail.empty()) return false;
        ui.session().document = std::move(trail.back());
        trail.pop_back();
        return false;
    }
    view_ = View::text;
    ui.redraw_in_ms(0);
    return true;
}

std::optional<std::string> ReadingPage::draw(Ui& ui, const Text& text, const MakeBlocks& make_blocks) {
    if (view_ == View::phone) {
        draw_phone(ui, text);
        return {};
    }
    const PageAreas areas = page_head(ui, text.head);
    std::vector<ReadingAct> all = all_acts(ui, text);
    Rect reading = areas.reading, acting = areas.touching;
    if (!ui.modes().low() && !ui.modes().landscape()) reading.cut_top(8);
    // The way on stands before the acts; it must be there where there is more to read even if nothing else is.
    const Rect whole = reading;
    const auto below = [&](const std::vector<ReadingAct>& acts) {
        Rect left = whole;
        if (!ui.modes().low() && !acts.empty()) left.cut_bottom(acts_height(ui, acts), ui.theme().length("gap"));
        return left;
    };
    reading = below(all);
    std::vector<Block> blocks = make_blocks(ui, reading.width, reading.height);
    const bool more = BlockPages::overflow(ui, reading, blocks);
    if (more) {
        all.insert(all.begin(), {read_on_id, "", ""});
        reading = below(all);
        blocks = make_blocks(ui, reading.width, reading.height);
    }
    if (!ui.modes().low())
        acting = {whole.x, reading.bottom() + ui.theme().length("gap"), whole.width,
                  whole.bottom() - reading.bottom() - ui.theme().length("gap")};
    const std::vector<Rect> places = act_places(ui, acting, all);
    pages_.draw(ui, reading, blocks, more ? std::optional(places.front()) : std::nullopt);
    std::optional<std::string> tapped;
    for (std::size_t i = more ? 1 : 0; i < all.size(); ++i)
        if (button(ui, {.id = all[i].id,
                        .rect = places[i],
                        .label = all[i].label,
                        .icon = all[i].icon,
                        .kind = all[i].kind,
                        .state = all[i].state}))
            tapped = all[i].id;
    return tapped && own(ui, text, *tapped) ? std::nullopt : tapped;
}

bool ReadingPage::own(Ui& ui, const Text& text, const std::string& id) {
    if (id == phone_id) {
        view_ = View::phone;
        ui.redraw_in_ms(0);
    } else if (id == read_id) {
        // The finger has silenced what was being read: the same as the bar's button, so each touch reads the page.
        ui.guidance_button();
    } else if (id == print_id) {
        printing_.start(ui, AskPrintDocument{{text.document, ui.modes().language}});
    }
    return id == phone_id || id == read_id || id == print_id;
}

void ReadingPage::draw_phone(Ui& ui, const Text& text) {
    PageAreas areas =
        page_head(ui, {.title = ui.t("reading.phone_title"), .icon = "qr_code_2", .icon_tint = Role::accent});
    Rect reading = areas.reading, acting = areas.touching;
    if (!ui.modes().low()) acting = reading.cut_bottom(ui.theme().length("button"), ui.theme().length("gap"));
    const TextStyle how{.role = TextRole::body, .tint = Role::text_muted, .heard = Heard::first};
    const std::string words = ui.t("reading.phone_how", {{"title", text.phone_title}});
    reading.cut_top(ui.canvas().text(reading, words, how).height, 24);
    constexpr float side_max = 760;
    const float side = std::min({reading.width, reading.height, side_max});
    ui.canvas().qr({reading.x + (reading.width - side) / 2, reading.y, side, side}, text.for_phone);
    const Rect place = acting.cut_top(ui.theme().length("button"));
    if (button(ui, {.id = "phone_done", .rect = place, .label = ui.t("reading.phone_done"), .icon = "check"})) {
        view_ = View::text;
        ui.redraw_in_ms(0);
    }
}

bool document_gone(Ui& ui, const char* title_key, const MessagePage::Way& way) {
    return message_page(ui, {.title = ui.t(title_key), .first = ui.t("policy.gone"), .ways = {way}}).has_value();
}

}  // namespace linli::kiosk
