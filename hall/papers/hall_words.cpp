// SPDX-License-Identifier: Apache-2.0
#include "hall/papers/hall_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace linli {

std::string clock_words(int minute_of_day) {
    const int minute = ((minute_of_day % 1440) + 1440) % 1440;
    return fmt::format("{}:{:02}", minute / 60, minute % 60);
}

std::string wait_words(const Catalogue& texts, const WaitRange& wait) {
    if (wait.high_minutes < 1) return texts.text("wait.soon");
    if (wait.low_minutes < 1) return texts.text("wait.below", {{"high", std::to_string(wait.high_minutes)}});
    if (wait.low_minutes == wait.high_minutes)
        return texts.text("wait.about", {{"n", std::to_string(wait.low_minutes)}});
    return texts.text("wait.range",
                      {{"low", std::to_string(wait.low_minutes)}, {"high", std::to_string(wait.high_minutes)}});
}

std::string counters_words(const Catalogue& texts, std::vector<int> counters) {
    std::sort(counters.begin(), counters.end());
    counters.erase(std::unique(counters.begin(), counters.end()), counters.end());
    if (counters.empty()) return texts.text("words.any_counter");
    if (counters.size() == 1) return texts.text("words.counter", {{"number", std::to_string(counters.front())}});
    std::string numbers;
    for (std::size_t first = 0; first < counters.size();) {
        std::size_t last = first;
        while (last + 1 < counters.size() && counters[last + 1] == counters[last] + 1) ++last;
        if (!numbers.empty()) numbers += texts.text("words.numbers_join");
        if (last == first)
            numbers += std::to_string(counters[first]);
        else
            numbers += fmt::format("{}–{}", counters[first], counters[last]);
        first = last + 1;
    }
    return texts.text("words.counters", {{"numbers", numbers}});
}

std::string place_words(const HallContent& content, const std::vector<int>& counters, Language language) {
    std::string place;
    for (const int number : counters) {
        const CounterPlan* counter = content.counter(number);
        if (!counter) return {};
        const std::string& here = counter->place.in(language);
        if (!place.empty() && here != place) return {};
        place = here;
    }
    return place;
}

std::string code_words(const HallContent& content, const TicketView& view, const LocalTime& taken, Language language) {
    if (!view.page_address.empty()) return view.page_address;
    const Ticket& ticket = view.ticket;
    const Matter* matter = content.matter(ticket.matter);
    return fmt::format("{} {} {} {} {}", ticket.code(), content.hall_short_name.in(language),
                       matter ? matter->name.in(language) : std::string(), taken.date.text(), taken.hour_minute());
}

}  // namespace linli
