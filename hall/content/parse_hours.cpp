// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cassert>

#include "hall/content/parse_documents.h"

namespace linli {
namespace {

constexpr std::size_t spans_a_day_max = 6;
constexpr std::size_t exceptions_max = 400;
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

std::vector<OpeningSpan> parse_spans(const ContentNode& node) {
    std::vector<OpeningSpan> spans;
    for (const ContentNode& item : node.items(0, spans_a_day_max)) {
        item.fields({"from", "to"});
        const OpeningSpan span{item.at("from").minute_of_day(), item.at("to").minute_of_day()};
        if (span.begin_minute >= span.end_minute) item.at("to").fail("A span must end after it begins.");
        if (!spans.empty() && span.begin_minute < spans.back().end_minute)
            item.at("from").fail("A span must not begin before the one above has ended.");
        spans.push_back(span);
    }
    return spans;
}

}  // namespace

OpeningHours parse_hours(const ContentNode& node) {
    node.fields({"week", "exceptions", "issue_before_open_minutes", "stop_before_close_minutes", "issue_in_breaks"});
    OpeningHours hours;
    const ContentNode week = node.at("week");
    week.fields({weekdays[0], weekdays[1], weekdays[2], weekdays[3], weekdays[4], weekdays[5], weekdays[6]});
    for (std::size_t day = 0; day < weekdays.size(); ++day) hours.week[day] = parse_spans(week.at(weekdays[day]));
    for (const ContentNode& item : node.at("exceptions").items(0, exceptions_max)) {
        item.fields({"date", "open"});
        const LocalDate date = item.at("date").date();
        if (!hours.exceptions.emplace(date, parse_spans(item.at("open"))).second)
            item.at("date").fail("This date is given twice.");
    }
    hours.issue_before_open_minutes = node.at("issue_before_open_minutes").integer(0, 240);
    hours.stop_before_close_minutes = node.at("stop_before_close_minutes").integer(0, 240);
    hours.issue_in_breaks = node.at("issue_in_breaks").boolean();
    return hours;
}

const std::vector<OpeningSpan>& OpeningHours::on(const LocalDate& date, int weekday) const {
    assert(weekday >= 1 && weekday <= 7);
    if (const auto exception = exceptions.find(date); exception != exceptions.end()) return exception->second;
    return week[static_cast<std::size_t>(weekday - 1)];
}

}  // namespace linli
