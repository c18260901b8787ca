// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "hall/base/result.h"
#include "hall/queue/desk_ticket.h"

namespace linli::wire {

/// The schema Ticket of console/openapi.yaml.
nlohmann::ordered_json json_of(const DeskTicket& ticket);
/// Throws nlohmann::json::exception where it is no such ticket.
DeskTicket desk_ticket_from(const nlohmann::ordered_json& json);

}  // namespace linli::wire
