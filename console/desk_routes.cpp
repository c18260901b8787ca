// SPDX-License-Identifier: Apache-2.0
#include "console/answers.h"
#include "console/front_json.h"
#include "console/routes.h"
#include "hall/acts/desk_order.h"
#include "hall/acts/hold_counter.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/show_desk.h"
#include "hall/acts/show_figures.h"
#include "hall/acts/show_history.h"
#include "hall/acts/show_story.h"
#include "hall/acts/take_number.h"
#include "hall/acts/ticket_care.h"
#include "hall/staff/role.h"
#include "hall/wire/desk_json.h"

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

/// An act's value as its JSON, or why there is none.
template <class T>
web::Response answer_act(const ActResult<T>& result) {
    if (!result) return answer(result.error());
    if (!*result) return answer((*result).error());
    return web::json(200, wire::desk_json(**result));
}
template <class T>
web::Response answer_view(const Result<T>& result) {
    return result ? web::json(200, wire::desk_json(*result)) : answer(result.error());
}

}  // namespace

web::Response content(const Call& call) {
    auto json = content_json(call.hall);
    return json ? web::json(200, std::move(*json)) : answer(json.error());
}

web::Response hall(const Call& call) { return answer_view(show_desk(call.hall)); }

web::Response open_counter(const Call& call) {
    const TakeOver take_over = field<bool>(call, "take_over").value_or(false) ? TakeOver::yes : TakeOver::no;
    const auto held = hold_counter(call.hall, counter_of(call), {call.who.account, call.who.name}, take_over);
    if (!held) return answer(held.error());
    return *held ? hall(call) : answer((*held).error());
}

web::Response close_counter(const Call& call) {
    const int counter = counter_of(call);
    const auto holders = counter_holders(call.hall);
    if (!holders) return answer(holders.error());
    const auto holder = holders->find(counter);
    const bool own = holder == holders->end() || holder->second.account == call.who.account;
    if (!own && !may(role_named(call.who.role).value_or(Role::none), Right::supervise))
        return web::problem(403, "forbidden", "only a supervisor closes another's counter");
    const auto closed = release_counter(call.hall, counter);
    if (!closed) return answer(closed.error());
    return *closed ? hall(call) : answer((*closed).error());
}

web::Response order(const Call& call) {
    const auto kind = desk_order_named(text(call, "order"));
    if (!kind) return web::problem(422, "wrong_shape", "no such order", "/order");
    return answer_act(give_order(call.hall, {.request_id = text(call, "request_id"),
                                             .counter = counter_of(call),
                                             .holder = call.who.account,
                                             .order = *kind,
                                             .in_hand = text(call, "in_hand"),
                                             .code = text(call, "code"),
                                             .outcome = text(call, "outcome"),
                                             .note = text(call, "note"),
                                             .to_counter = field<int>(call, "to_counter"),
                                             .to_matter = field<std::string>(call, "to_matter")}));
}

web::Response take_number(const Call& call) {
    const auto taken = linli::take_number(
        call.hall, {.matter = text(call, "matter"),
                    .priority = text(call, "priority"),
                    .idempotency_key = text(call, "request_id"),
                    .person = std::nullopt,
                    .paper = field<bool>(call, "paper").value_or(false) ? Paper::wanted : Paper::none,
                    .place = "kiosk"});
    if (!taken) return answer(taken.error());
    if (!*taken) return answer((*taken).error());
    return answer_act(show_story(call.hall, (**taken).ticket.code()));
}

web::Response ticket(const Call& call) { return answer_act(show_story(call.hall, call.request.parameters.at("code"))); }

web::Response care_for_ticket(const Call& call) {
    const std::string& code = call.request.parameters.at("code");
    const auto kind = ticket_care_named(text(call, "care"));
    if (!kind) return web::problem(422, "wrong_shape", "no such care", "/care");
    const auto done =
        linli::care_for_ticket(call.hall, {.request_id = text(call, "request_id"), .code = code, .care = *kind, .reason = text(call, "reason")});
    if (!done) return answer(done.error());
    return *done ? ticket(call) : answer((*done).error());
}

web::Response history(const Call& call) {
    const auto counter = call.request.query.find("counter");
    return answer_view(show_history(call.hall, counter == call.request.query.end()
                                                   ? std::nullopt
                                                   : std::optional(std::stoi(counter->second))));
}

web::Response figures(const Call& call) {
    const auto date = call.request.query.find("date");
    return answer_view(
        show_figures(call.hall, date == call.request.query.end() ? std::nullopt : std::optional(date->second)));
}

}  // namespace linli::console
