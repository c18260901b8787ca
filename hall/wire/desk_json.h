// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/base/result.h"
#include "hall/queue/desk_view.h"
#include "hall/queue/figures.h"
#include "hall/queue/refusal.h"

namespace linli::wire {

/// What the console answers with, each exactly the schema of that name in console/openapi.yaml.

std::string hall_json(const DeskView& view);
std::string taken_number_json(const Ticket& ticket);
std::string ticket_story_json(const TicketStory& story);
/// {"visits": […]}
std::string history_json(const std::vector<Visit>& visits);
std::string figures_json(const Figures& figures);
std::string refused_json(const Refused& refused);

}  // namespace linli::wire
