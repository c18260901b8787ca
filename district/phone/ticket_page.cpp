// SPDX-License-Identifier: Apache-2.0
#include "district/phone/ticket_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "hall/text/catalogue.h"
#include "web/server/html.h"

namespace linli::district {
namespace {

using web::escaped_html;

constexpr int refresh_seconds = 10;
/// The hall speaks once a minute even when nothing happens.
constexpr std::int64_t fresh_ms = 100'000;
constexpr std::int64_t minute_ms = 60'000;

/// Something may still become of it today.
bool goes_on(TicketState state) { return is_open(state) || state == TicketState::missed; }

/// The one thing that the page says, and a sentence below it.
struct Said {
    std::string tone, mark, title, note;
};

Said said_of(const PhoneTicket& ticket, const Catalogue& texts) {
    const std::string counter = ticket.counter ? std::to_string(*ticket.counter) : "";
    const auto t = [&](std::string_view key) { return texts.text(key, {{"counter", counter}, {"code", ticket.code}}); };
    switch (ticket.state) {
        case TicketState::called:
            return {"call", "→", t("phone.called"), t("phone.called_note")};
        case TicketState::serving:
            return {"call", "●", t("phone.serving"), t("phone.serving_note")};
        case TicketState::held:
            return {"wait", "◆", t("phone.held"), t("phone.held_note")};
        case TicketState::missed:
            return {"missed", "▲", t("phone.missed"), t("phone.missed_note")};
        case TicketState::done:
            return {"end", "✓", t("phone.done"), t("phone.done_note")};
        case TicketState::left:
            return {"end", "—", t("phone.left"), t("phone.left_note")};
        case TicketState::waiting:
        case TicketState::handed_over:
            break;
    }
    const std::string ahead = std::to_string(ticket.people_ahead);
    Said said{"wait", "…", texts.text("phone.ahead", {{"n", ahead}}), texts.text("phone.wait_unknown")};
    if (ticket.people_ahead == 0) said.title = texts.text("phone.ahead_none");
    if (ticket.wait)
        said.note = texts.text("phone.wait", {{"low", std::to_string(ticket.wait->low_minutes)},
                                              {"high", std::to_string(ticket.wait->high_minutes)}});
    return said;
}

std::string age_words(std::int64_t age_ms, const Catalogue& texts) {
    const std::int64_t minutes = std::max<std::int64_t>(age_ms / minute_ms, 1);
    if (minutes < 60) return texts.text("phone.minutes", {{"n", std::to_string(minutes)}});
    if (minutes < 48 * 60) return texts.text("phone.hours", {{"n", std::to_string(minutes / 60)}});
    return texts.text("phone.days", {{"n", std::to_string(minutes / (24 * 60))}});
}

bool is_old(const PhoneTicket& ticket, WallMs now) { return now - ticket.as_of_ms > fresh_ms; }

std::string age_line(const PhoneTicket& ticket, const Catalogue& texts, const TimeZone& zone, WallMs now) {
    const LocalTime as_of = zone.at(ticket.as_of_ms);
    if (!goes_on(ticket.state) || !is_old(ticket, now))
        return fmt::format(R"(<p class="age">{}</p>)",
                           escaped_html(texts.text(goes_on(ticket.state) ? "phone.fresh" : "phone.as_of",
                                                   {{"time", as_of.hour_minute()}})));
    const std::int64_t age_ms = now - ticket.as_of_ms;
    const std::string day = zone.at(now).date == as_of.date ? "" : as_of.date.text() + " ";
    return fmt::format(R"(<p class="age old" role="status">{}</p>)",
                       escaped_html(texts.text(
                           "phone.old", {{"time", day + as_of.hour_minute()}, {"age", age_words(age_ms, texts)}})));
}

std::string document(std::string_view language, const std::string& title, const std::string& refresh,
                     const std::string& inside) {
    return fmt::format(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\">{}<title>{}</title>"
        "<link rel=\"stylesheet\" href=\"/ticket.css\"></head><body><main>{}</main></body></html>",
        language, refresh, escaped_html(title), inside);
}

}  // namespace

std::string ticket_page(const PhoneTicket& ticket, std::string_view language, std::string_view path,
                        const TimeZone& zone, WallMs now) {
    const Catalogue& texts = Catalogue::embedded(language);
    const auto t = [&](std::string_view key) { return escaped_html(texts.text(key)); };
    Said said = said_of(ticket, texts);
    if (goes_on(ticket.state) && is_old(ticket, now)) {
        // Nobody shall set out by a call or a wait that may be over.
        said.tone = "stale";
        said.note.clear();
    }
    const bool english = language == "en";
    std::string inside = fmt::format(R"(<p class="hall">{}</p><p class="code">{}</p>)", escaped_html(ticket.hall_name),
                                     escaped_html(ticket.code));
    inside += fmt::format(
        R"(<section class="{}"><p class="title"><span aria-hidden="true">{}</span> {}</p><p>{}</p></section>)",
        said.tone, said.mark, escaped_html(said.title), escaped_html(said.note));
    inside += age_line(ticket, texts, zone, now);
    inside += fmt::format(R"(<p class="acts"><a class="button" href="{0}?lang={1}">{2}</a> )"
                          R"(<a class="plain" href="{0}?lang={3}" lang="{4}" hreflang="{4}">{5}</a></p>)",
                          escaped_html(path), english ? "en" : "zh-CN", t("phone.again"), english ? "zh-CN" : "en",
                          english ? "zh-CN" : "en", t("phone.other_language"));
    inside += fmt::format(R"(<p class="note">{}</p>)", t("phone.note"));
    const std::string refresh =
        goes_on(ticket.state) ? fmt::format(R"(<meta http-equiv="refresh" content="{}">)", refresh_seconds) : "";
    return document(language, texts.text("phone.page_title", {{"code", ticket.code}}), refresh, inside);
}

std::string no_ticket_page(std::string_view language) {
    const Catalogue& texts = Catalogue::embedded(language);
    const auto t = [&](std::string_view key) { return escaped_html(texts.text(key)); };
    return document(language, texts.text("phone.none"), "",
                    fmt::format(R"(<section class="end"><p class="title">{}</p><p>{}</p></section>)", t("phone.none"),
                                t("phone.none_note")));
}

std::string page_language(std::string_view accept_language, std::string_view asked) {
    if (asked == "en" || asked == "zh-CN") return std::string(asked);
    return accept_language.starts_with("en") ? "en" : "zh-CN";
}

}  // namespace linli::district
