// SPDX-License-Identifier: Apache-2.0
#include "console/answers.h"
#include "console/front_json.h"
#include "console/routes.h"
#include "hall/acts/care_for_ticket.h"
#include "hall/acts/desk_order.h"
#include "hall/acts/hold_counter.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/show_desk.h"
#include "hall/acts/show_figures.h"
#include "hall/acts/show_history.h"
#include "hall/acts/show_story.h"
#include "hall/acts/take_number.h"
#include "hall/staff/role.h"
#include "hall/wire/desk_json.h"
#include "hall/wire/desk_order_json.h"

namespace linli::console {
namespace {

/// A field of the body that may be left out.
template <class T>
std::optional<T> field(const Call& call, const char* name) {
    const auto found = call.request.body.find(name);
    if (found == call.request.body.end() || found->is_null()) return std::nullopt;
    return found->get<T>();
}
std::string text(const Call& call, const char* name) { return field<std::string>(call, name).value_or(""); }

int counter_of(const Call& call) { return std::stoi(call.request.parameters.at("counter")); }

Clerk clerk_of(const Call& call) { return {call.who.account, call.who.name}; }

/// An act's value as its JSON, or why there is none.
template <class T>
web::Response answer_act(const ActResult<T>& result, std::string (*json)(const T&)) {
    if (!result) return answer(result.error());
    if (!*result) return answer((*result).error());
    return web::json(200, json(**result));
}

web::Response story_answer(const Call& call, const std::string& code) {
    return answer_act(show_story(call.hall, code), wire::ticket_story_json);
}

}  // namespace

web::Response content(const Call& call) {
    auto json = content_json(call.hall);
    return json ? web::json(200, std::move(*json)) : answer(json.error());
}

web::Response hall(const Call& call) {
    const auto view = show_desk(call.hall);
    return view ? web::json(200, wire::hall_json(*view)) : answer(view.error());
}

web::Response open_counter(const Call& call) {
    const TakeOver take_over = field<bool>(call, "take_over").value_or(false) ? TakeOver::yes : TakeOver::no;
    const auto held = hold_counter(call.hall, counter_of(call), clerk_of(call), take_over);
    if (!held) return answer(held.error());
    return *held ? hall(call) : answer((*held).error());
}

web::Response close_counter(const Call& call) {
    const bool supervises = may(role_named(call.who.role).value_or(Role::none), Right::supervise);
    const auto closed =
        release_counter(call.hall, counter_of(call), call.who.account, supervises ? Whose::anybodys : Whose::own);
    if (!closed) return answer(closed.error());
    return *closed ? hall(call) : answer((*closed).error());
}

web::Response order(const Call& call) {
    const auto kind = order_from(text(call, "order"));
    if (!kind) return web::problem(422, "wrong_shape", "no such order", "/order");
    DeskOrder wanted{.request_id = text(call, "request_id"),
                     .counter = counter_of(call),
                     .clerk = clerk_of(call),
                     .order = *kind,
                     .in_hand = text(call, "in_hand"),
                     .code = text(call, "code"),
                     .outcome = field<std::string>(call, "outcome").value_or("done"),
                     .note = text(call, "note"),
                     .to_counter = field<int>(call, "to_counter"),
                     .to_matter = field<std::string>(call, "to_matter")};
    return answer_act(give_order(call.hall, wanted), wire::order_done_json);
}

web::Response take_number(const Call& call) {
    // Without what is read of the whole line: whoever wants it asks for the number's story.
    return answer_act(
        issue_number(call.hall, {.matter = text(call, "matter"),
                                 .priority = text(call, "priority"),
                                 .idempotency_key = text(call, "request_id"),
                                 .person = std::nullopt,
                                 .paper = field<bool>(call, "paper").value_or(false) ? Paper::wanted : Paper::none,
                                 .place = "kiosk"}),
        wire::taken_number_json);
}

web::Response ticket(const Call& call) { return story_answer(call, call.request.parameters.at("code")); }

web::Response care_for_ticket(const Call& call) {
    const std::string& code = call.request.parameters.at("code");
    const auto kind = care_from(text(call, "care"));
    if (!kind) return web::problem(422, "wrong_shape", "no such care", "/care");
    const auto done = linli::care_for_ticket(call.hall, {.request_id = text(call, "request_id"),
                                                         .clerk = clerk_of(call),
                                                         .code = code,
                                                         .care = *kind,
                                                         .reason = text(call, "reason")});
    if (!done) return answer(done.error());
    return *done ? story_answer(call, code) : answer((*done).error());
}

web::Response history(const Call& call) {
    const auto asked = call.request.query.find("counter");
    std::optional<int> counter;
    if (asked != call.request.query.end()) counter = std::stoi(asked->second);
    const auto visits = show_history(call.hall, counter);
    return visits ? web::json(200, wire::history_json(*visits)) : answer(visits.error());
}

web::Response figures(const Call& call) {
    const auto asked = call.request.query.find("date");
    std::optional<LocalDate> date;
    if (asked != call.request.query.end()) {
        date = LocalDate::parse(asked->second);
        if (!date) return web::problem(422, "wrong_shape", "there is no such date", "/date");
    }
    const auto day = show_figures(call.hall, date);
    if (!day) return answer(day.error());
    return *day ? web::json(200, wire::figures_json(**day)) : web::problem(404, "not_found", "no records of that day");
}

}  // namespace linli::console
