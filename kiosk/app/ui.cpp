// SPDX-License-Identifier: Apache-2.0
#include "kiosk/app/ui.h"

#include <fmt/format.h>

#include "hall/papers/hall_words.h"

namespace linli::kiosk {

Ui::Ui(const Parts& parts)
    : parts_(parts), catalogue_(Catalogue::embedded(parts.modes.language == Language::zh ? "zh-CN" : "en")) {}

std::string Ui::t(std::string_view key, std::initializer_list<Catalogue::Argument> arguments) const {
    return catalogue_.text(key, arguments);
}

bool Ui::has_text(std::string_view key) const { return catalogue_.has(key); }

std::uint64_t Ui::ask(Question question) {
    const std::uint64_t number = parts_.hall.ask(std::move(question));
    parts_.questions.push_back(number);
    return number;
}

std::string Ui::clock_text(WallMs wall) const {
    const int minute = local(wall).minute_of_day;
    return fmt::format("{}:{:02}", minute / 60, minute % 60);
}

std::string Ui::weekday_text(int iso_weekday) const { return t(fmt::format("weekday.{}", iso_weekday)); }

std::string Ui::date_text(WallMs wall) const {
    const LocalTime time = local(wall);
    return t("bar.date", {{"weekday", weekday_text(time.weekday)},
                          {"month_name", t(fmt::format("month.{}", time.date.month))},
                          {"day", std::to_string(time.date.day)}});
}

std::string Ui::wait_text(const WaitRange& wait) const { return wait_words(catalogue_, wait); }

Touch Ui::touch(std::string_view id, const Rect& rect, LayoutRecord::Target state, LayoutRecord::TargetKind kind) {
    LayoutRecord& record = canvas().record();
    record.targets.push_back({std::string(id), rect, state, kind, record.next_order++});
    if (state == LayoutRecord::Target::disabled) return {};
    const Touch touch = parts_.presses.touch(id);
    return touch;
}

Drag Ui::drag(std::string_view id, const Rect& rect) {
    canvas().record().drag_areas.push_back({std::string(id), rect});
    return parts_.presses.drag(id);
}

void Ui::go(ScreenId to) {
    parts_.wishes.move = Wishes::Move::go;
    parts_.wishes.to = to;
}

void Ui::replace(ScreenId to) {
    parts_.wishes.move = Wishes::Move::replace;
    parts_.wishes.to = to;
}

void Ui::back() { parts_.wishes.move = Wishes::Move::back; }
void Ui::home() { parts_.wishes.move = Wishes::Move::home; }
void Ui::finish() { parts_.wishes.move = Wishes::Move::finish; }

void Ui::redraw_in_ms(std::int64_t milliseconds) {
    std::int64_t& wish = parts_.wishes.redraw_in_ms;
    wish = wish < 0 ? milliseconds : std::min(wish, milliseconds);
}

}  // namespace linli::kiosk
