// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/opening.h"

namespace linli {
namespace {

constexpr int days_ahead_max = 30;

std::optional<WallMs> next_opening(const OpeningHours& hours, const TimeZone& zone, WallMs now) {
    const LocalTime here = zone.at(now);
    for (int ahead = 0; ahead <= days_ahead_max; ++ahead) {
        const LocalDate date = here.date.plus_days(ahead);
        const int weekday = (here.weekday - 1 + ahead) % 7 + 1;
        for (const OpeningSpan& span : hours.on(date, weekday))
            if (ahead > 0 || span.begin_minute > here.minute_of_day) return zone.moment(date, span.begin_minute);
    }
    return {};
}

Issuing state_at(const OpeningHours& hours, const std::vector<OpeningSpan>& spans, int minute) {
    if (spans.empty()) return Issuing::closed_today;
    if (minute < spans.front().begin_minute - hours.issue_before_open_minutes) return Issuing::before_opening;
    if (minute >= spans.back().end_minute - hours.stop_before_close_minutes) return Issuing::after_closing;
    if (hours.issue_in_breaks || minute < spans.front().begin_minute) return Issuing::open;
    for (const OpeningSpan& span : spans)
        if (minute >= span.begin_minute && minute < span.end_minute) return Issuing::open;
    return Issuing::on_break;
}

}  // namespace

IssuingAnswer issuing_at(const OpeningHours& hours, const TimeZone& zone, WallMs now) {
    const LocalTime here = zone.at(now);
    const Issuing state = state_at(hours, hours.on(here.date, here.weekday), here.minute_of_day);
    if (state == Issuing::open) return {};
    return {state, next_opening(hours, zone, now)};
}

}  // namespace linli
