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

}  // namespace linli::wire
