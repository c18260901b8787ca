// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/ticket_json.h"

#include <nlohmann/json.hpp>

namespace linli::wire {

using Json = nlohmann::ordered_json;

Json json_of(const DeskTicket& shown) {
    const Ticket& ticket = shown.ticket;
    Json json = {{"code", ticket.code()},          {"matter", ticket.matter},     {"priority", ticket.priority},
                 {"state", name_of(ticket.state)}, {"taken_ms", ticket.taken_ms}, {"since_ms", ticket.state_since_ms},
                 {"calls", ticket.calls},          {"rejoins", ticket.rejoins}};
    json["counter"] = ticket.counter ? Json(*ticket.counter) : Json(nullptr);
    if (shown.waited_ms) json["waited_ms"] = *shown.waited_ms;
    if (shown.in_state_ms) json["in_state_ms"] = *shown.in_state_ms;
    return json;
}

DeskTicket desk_ticket_from(const Json& json) {
    DeskTicket shown;
    Ticket& ticket = shown.ticket;
    const TicketCode code = parse_ticket_code(json.at("code").get<std::string>()).value_or(TicketCode{});
    ticket.letter = code.letter;
    ticket.number = code.number;
    json.at("matter").get_to(ticket.matter);
    json.at("priority").get_to(ticket.priority);
    ticket.state = ticket_state_from(json.at("state").get<std::string>()).value_or(TicketState::left);
    json.at("taken_ms").get_to(ticket.taken_ms);
    json.at("since_ms").get_to(ticket.state_since_ms);
    json.at("calls").get_to(ticket.calls);
    json.at("rejoins").get_to(ticket.rejoins);
    if (!json.at("counter").is_null()) ticket.counter = json.at("counter").get<int>();
    if (json.contains("waited_ms")) shown.waited_ms = json.at("waited_ms").get<std::int64_t>();
    if (json.contains("in_state_ms")) shown.in_state_ms = json.at("in_state_ms").get<std::int64_t>();
    return shown;
}

}  // namespace linli::wire
