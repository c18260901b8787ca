// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "hall/queue/desk_ticket.h"

namespace linli::wire {

/// The schema Ticket of console/openapi.yaml.
nlohmann::ordered_json json_of(const DeskTicket& ticket);

}  // namespace linli::wire
