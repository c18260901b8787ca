// SPDX-License-Identifier: Apache-2.0
#include "hall/papers/slip_words.h"

#include <fmt/format.h>

#include "hall/papers/hall_words.h"

namespace linli {
namespace {

std::string joined(const Catalogue& texts, const std::vector<LocalizedText>& things, Language language) {
    std::string all;
    for (const LocalizedText& thing : things) {
        if (!all.empty()) all += texts.text("slip.bring_join");
        all += thing.in(language);
    }
    return all;
}

}  // namespace

const Catalogue& paper_texts(Language language) {
    return Catalogue::embedded(language == Language::zh ? "zh-CN" : "en");
}

std::string date_words(const Catalogue& texts, const LocalDate& date, int weekday) {
    return texts.text("slip.date", {{"year", std::to_string(date.year)},
                                    {"month_name", texts.text(fmt::format("month.{}", date.month))},
                                    {"day", std::to_string(date.day)},
                                    {"weekday", texts.text(fmt::format("weekday.{}", weekday))}});
}

SlipWords::SlipWords(const SlipOrder& order) : language_(order.language), texts_(paper_texts(order.language)) {
    values_["hall"] = order.content.hall_name.in(language_);
    values_["short_hall"] = order.content.hall_short_name.in(language_);
    values_["waiting_area"] = order.content.waiting_area.in(language_);
    values_["date"] = date_words(texts_, order.taken_local.date, order.taken_local.weekday);
    values_["time"] = clock_words(order.taken_local.minute_of_day);
    say_ticket(order);
    say_line(order);
}

void SlipWords::say_ticket(const SlipOrder& order) {
    const Ticket& ticket = order.view.ticket;
    values_["code"] = ticket.code();
    values_["check_code"] = ticket.check_code;
    if (const Matter* matter = order.content.matter(ticket.matter)) {
        values_["matter"] = matter->name.in(language_);
        values_["bring"] = joined(texts_, matter->bring, language_);
    }
    // A number that was called has its counter.
    const std::vector<int> counters = ticket.counter ? std::vector<int>{*ticket.counter} : order.view.counters;
    const std::string place = place_words(order.content, counters, language_);
    const std::string counters_said = counters_words(texts_, counters);
    values_["counters"] = counters_said;
    values_["place"] = place;
    values_["window"] =
        place.empty() ? counters_said : texts_.text("slip.window", {{"counters", counters_said}, {"place", place}});
}

void SlipWords::say_line(const SlipOrder& order) {
    const TicketView& view = order.view;
    if (order.content.rules.rejoin_times_max > 0 && order.content.rules.rejoin_after > 0)
        values_["rejoin_after"] = std::to_string(order.content.rules.rejoin_after);
    if (!stands_in_line(view.ticket.state)) return;
    values_["ahead"] = view.people_ahead == 0
                           ? texts_.text("ticket.nobody")
                           : texts_.text("ticket.people", {{"n", std::to_string(view.people_ahead)}});
    if (view.wait)
        values_["wait"] = wait_words(texts_, *view.wait);
    else
        values_["no_counter"] = texts_.text("ticket.no_counter");
}

std::optional<std::string> SlipWords::fill(const LocalizedText& words) const {
    std::string_view rest = words.in(language_);
    std::string filled;
    for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        const auto close = rest.find('}', open);
        if (close == std::string_view::npos) break;
        const auto value = values_.find(rest.substr(open + 1, close - open - 1));
        if (value == values_.end() || value->second.empty()) return std::nullopt;
        // What is filled in is never looked at for braces: an administrator may have written some.
        filled.append(rest.substr(0, open)).append(value->second);
        rest.remove_prefix(close + 1);
    }
    return filled.append(rest);
}

}  // namespace linli
