// SPDX-License-Identifier: Apache-2.0
#include "hall/papers/opening_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "hall/papers/hall_words.h"

namespace linli {
namespace {

constexpr int days_a_week = 7;

std::string weekday_words(const Catalogue& texts, int iso_weekday) {
    return texts.text(fmt::format("weekday.{}", iso_weekday));
}

std::string span_words(const Catalogue& texts, const std::vector<OpeningSpan>& spans) {
    if (spans.empty()) return texts.text("hours.closed");
    std::string words;
    for (const OpeningSpan& span : spans) {
        if (!words.empty()) words += texts.text("hours.join");
        // A day that is open to its end ends at 24:00, not at 0:00.
        const bool to_the_end = span.end_minute == 24 * 60;
        words += texts.text("hours.span", {{"from", clock_words(span.begin_minute)},
                                           {"to", to_the_end ? "24:00" : clock_words(span.end_minute)}});
    }
    return words;
}

std::string date_words(const Catalogue& texts, const LocalDate& date) {
    return texts.text("hours.date", {{"month_name", texts.text(fmt::format("month.{}", date.month))},
                                     {"day", std::to_string(date.day)}});
}

std::string line_words(const Catalogue& texts, const std::string& first, const std::string& last,
                       const std::vector<OpeningSpan>& spans) {
    const std::string days = first == last ? first : texts.text("hours.range", {{"first", first}, {"last", last}});
    return texts.text("hours.line", {{"days", days}, {"open", span_words(texts, spans)}});
}

bool equal(const std::vector<OpeningSpan>& a, const std::vector<OpeningSpan>& b) {
    return std::ranges::equal(a, b, [](const OpeningSpan& one, const OpeningSpan& other) {
        return one.begin_minute == other.begin_minute && one.end_minute == other.end_minute;
    });
}

}  // namespace

std::vector<std::string> week_words(const Catalogue& texts, const OpeningHours& hours) {
    std::vector<std::string> lines;
    for (int first = 0; first < days_a_week;) {
        const auto& spans = hours.week[static_cast<std::size_t>(first)];
        int last = first;
        while (last + 1 < days_a_week && equal(hours.week[static_cast<std::size_t>(last) + 1], spans)) ++last;
        lines.push_back(line_words(texts, weekday_words(texts, first + 1), weekday_words(texts, last + 1), spans));
        first = last + 1;
    }
    return lines;
}

std::vector<std::string> special_day_words(const Catalogue& texts, const OpeningHours& hours, const LocalDate& today,
                                           int days, std::size_t most) {
    std::vector<std::string> lines;
    const auto end = hours.exceptions.upper_bound(today.plus_days(days));
    for (auto first = hours.exceptions.lower_bound(today); first != end && lines.size() < most;) {
        auto last = first;
        for (auto next = std::next(last);
             next != end && next->first == last->first.plus_days(1) && equal(next->second, first->second); ++next)
            last = next;
        lines.push_back(
            line_words(texts, date_words(texts, first->first), date_words(texts, last->first), first->second));
        first = std::next(last);
    }
    return lines;
}

}  // namespace linli
