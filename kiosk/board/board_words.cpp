// SPDX-License-Identifier: Apache-2.0
#include "kiosk/board/board_words.h"

#include <fmt/format.h>

#include "kiosk/screens/hall_words.h"

namespace linli::kiosk {

BoardWords::BoardWords(BoardLanguages languages)
    : language_(languages == BoardLanguages::en ? Language::en : Language::zh),
      both_(languages == BoardLanguages::both),
      large_(&Catalogue::embedded(language_ == Language::zh ? "zh-CN" : "en")) {}

std::string BoardWords::small(std::string_view key, Arguments arguments) const {
    return both_ ? Catalogue::embedded("en").text(key, arguments) : std::string();
}

std::string BoardWords::clock(int minute_of_day) { return clock_words(minute_of_day); }

std::string BoardWords::weekday(int iso_weekday) const { return t(fmt::format("weekday.{}", iso_weekday)); }

std::string BoardWords::date(const LocalTime& time) const {
    return t("bar.date", {{"weekday", weekday(time.weekday)},
                          {"month_name", t(fmt::format("month.{}", time.date.month))},
                          {"day", std::to_string(time.date.day)}});
}

std::string BoardWords::moment(const LocalTime& now, const LocalTime& then) const {
    return day_words(*large_, now, then);
}

std::string BoardWords::hours(const std::vector<OpeningSpan>& spans) {
    std::string all;
    for (const OpeningSpan& span : spans)
        all += fmt::format("{}{}–{}", all.empty() ? "" : "  ", clock_words(span.begin_minute),
                           span.end_minute == 1440 ? "24:00" : clock_words(span.end_minute));
    return all;
}

std::vector<Span> BoardWords::coloured(const std::string& marked, Weight weight, Tint tint, Tint marked_tint) {
    std::vector<Span> spans = spans_of(marked, {.tint = tint, .weight = Weight::regular});
    for (Span& span : spans) {
        if (span.weight == Weight::bold) span.tint = marked_tint;
        span.weight = weight;
    }
    return spans;
}

}  // namespace linli::kiosk
