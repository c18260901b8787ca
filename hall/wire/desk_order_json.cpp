// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/desk_order_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "hall/wire/ticket_json.h"

namespace linli::wire {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

template <class T>
std::optional<T> or_nothing(const Json& json) {
    return json.is_null() ? std::nullopt : std::optional<T>(json.get<T>());
}

/// A value that is none of the enum's would be undefined behaviour later.
template <class Enum>
Enum enum_of(const Json& json, Enum last) {
    const int value = json.get<int>();
    if (value < 0 || value > static_cast<int>(last)) throw std::out_of_range("no such value");
    return static_cast<Enum>(value);
}

Json json_of(const TicketBefore& before) {
    const TicketBefore::After& after = before.after;
    return {before.row,
            before.matter,
            static_cast<int>(before.state),
            before.state_since_ms,
            before.state_since_steady_ms,
            or_null(before.counter),
            before.calls,
            or_null(before.called_ms),
            before.waited_ms,
            before.visit_ms,
            before.ended_by.account,
            before.ended_by.name,
            static_cast<int>(after.state),
            after.state_since_steady_ms,
            after.order_key,
            or_null(after.counter),
            after.calls,
            after.priority};
}

TicketBefore ticket_before(const Json& json) {
    TicketBefore before;
    json.at(0).get_to(before.row);
    json.at(1).get_to(before.matter);
    before.state = enum_of(json.at(2), TicketState::handed_over);
    json.at(3).get_to(before.state_since_ms);
    json.at(4).get_to(before.state_since_steady_ms);
    before.counter = or_nothing<int>(json.at(5));
    json.at(6).get_to(before.calls);
    before.called_ms = or_nothing<WallMs>(json.at(7));
    json.at(8).get_to(before.waited_ms);
    json.at(9).get_to(before.visit_ms);
    json.at(10).get_to(before.ended_by.account);
    json.at(11).get_to(before.ended_by.name);
    before.after.state = enum_of(json.at(12), TicketState::handed_over);
    json.at(13).get_to(before.after.state_since_steady_ms);
    json.at(14).get_to(before.after.order_key);
    before.after.counter = or_nothing<int>(json.at(15));
    json.at(16).get_to(before.after.calls);
    json.at(17).get_to(before.after.priority);
    return before;
}

Json kept(const std::optional<DeskTicket>& shown) {
    if (!shown) return nullptr;
    const Ticket& ticket = shown->ticket;
    return {ticket.code(),
            ticket.matter,
            ticket.priority,
            static_cast<int>(ticket.state),
            ticket.taken_ms,
            ticket.state_since_ms,
            ticket.calls,
            ticket.rejoins,
            or_null(ticket.counter),
            or_null(shown->waited_ms),
            or_null(shown->in_state_ms)};
}

std::optional<DeskTicket> kept_ticket(const Json& json) {
    if (json.is_null()) return {};
    DeskTicket shown;
    Ticket& ticket = shown.ticket;
    const TicketCode code = parse_ticket_code(json.at(0).get<std::string>()).value_or(TicketCode{});
    ticket.letter = code.letter;
    ticket.number = code.number;
    json.at(1).get_to(ticket.matter);
    json.at(2).get_to(ticket.priority);
    ticket.state = enum_of(json.at(3), TicketState::handed_over);
    json.at(4).get_to(ticket.taken_ms);
    json.at(5).get_to(ticket.state_since_ms);
    json.at(6).get_to(ticket.calls);
    json.at(7).get_to(ticket.rejoins);
    ticket.counter = or_nothing<int>(json.at(8));
    shown.waited_ms = or_nothing<std::int64_t>(json.at(9));
    shown.in_state_ms = or_nothing<std::int64_t>(json.at(10));
    return shown;
}

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// What `read` makes of the text; an exception of the JSON library ends here.
template <class T, class Read>
Result<T> reading(std::string_view text, const char* what, Read read) {
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return fail(ErrorCode::corrupt, fmt::format("{} is no JSON", what));
    try {
        return read(json);
    } catch (const std::exception& problem) {
        return fail(ErrorCode::corrupt, fmt::format("{} cannot be read: {}", what, problem.what()));
    }
}

}  // namespace

std::string order_done_json(const DeskOrderDone& done) {
    Json json = {{"request_id", done.request_id}, {"order", name_of(done.order)}, {"repeated", done.repeated}};
    json["in_hand"] = done.in_hand ? json_of(*done.in_hand) : Json(nullptr);
    json["ended"] = done.ended ? json_of(*done.ended) : Json(nullptr);
    json["nobody_waits"] = done.nobody_waits;
    json["undo_until_ms"] = or_null(done.undo_until_ms);
    return written(json);
}

std::string kept_answer(const DeskOrderDone& done) {
    return written(Json::array({static_cast<int>(done.order), done.nobody_waits, or_null(done.undo_until_ms),
                                kept(done.in_hand), kept(done.ended)}));
}

Result<DeskOrderDone> read_kept_answer(std::string_view text) {
    return reading<DeskOrderDone>(text, "an order's answer", [](const Json& json) {
        DeskOrderDone done;
        done.order = enum_of(json.at(0), Order::undo);
        json.at(1).get_to(done.nobody_waits);
        done.undo_until_ms = or_nothing<WallMs>(json.at(2));
        done.in_hand = kept_ticket(json.at(3));
        done.ended = kept_ticket(json.at(4));
        return done;
    });
}

std::string order_undo_json(const OrderUndo& undo) {
    Json tickets = Json::array();
    for (const TicketBefore& before : undo.tickets) tickets.push_back(json_of(before));
    Json taught = nullptr;
    if (const auto& visit = undo.taught)
        taught = {visit->matter, visit->hour, visit->open_counters, visit->minutes, visit->wall_ms};
    return written(
        Json::array({static_cast<int>(undo.order), undo.code, undo.steady_ms, std::move(tickets), std::move(taught)}));
}

Result<OrderUndo> read_order_undo(std::string_view text) {
    return reading<OrderUndo>(text, "what undoes an order", [](const Json& json) {
        OrderUndo undo;
        undo.order = enum_of(json.at(0), Order::undo);
        json.at(1).get_to(undo.code);
        json.at(2).get_to(undo.steady_ms);
        for (const Json& ticket : json.at(3)) undo.tickets.push_back(ticket_before(ticket));
        if (const Json& visit = json.at(4); !visit.is_null())
            undo.taught = TaughtVisit{visit.at(0), visit.at(1), visit.at(2), visit.at(3), visit.at(4)};
        return undo;
    });
}

}  // namespace linli::wire
