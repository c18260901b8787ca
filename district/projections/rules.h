// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "district/projections/projection.h"

namespace linli::district {

/// Tickets and their waits. An entry older than what a ticket knows fills in what is missing and changes nothing else.
std::string ticket_fault(const ReadEntry& entry);
Status apply_ticket(Projection& projection, const ReadEntry& entry);

/// Which date a service day is.
std::string day_fault(const ReadEntry& entry);
Status apply_day(Projection& projection, const ReadEntry& entry);

/// Which content a box shows.
std::string content_fault(const ReadEntry& entry);
Status apply_content(Projection& projection, const ReadEntry& entry);

/// What came of a command.
std::string command_fault(const ReadEntry& entry);
Status apply_command(Projection& projection, const ReadEntry& entry);

/// Which attachments are awaited.
std::string attachment_fault(const ReadEntry& entry);
Status apply_attachment(Projection& projection, const ReadEntry& entry);

/// What a ticket counts in its day's figures.
DayFigures figures_of(const TicketRow& ticket);
/// The differences that tickets make, by date.
std::vector<HallDay> changed_days(const Projection& projection);

}  // namespace linli::district
