// SPDX-License-Identifier: Apache-2.0
#include "district/projections/rules.h"

namespace linli::district {

DayFigures figures_of(const TicketRow& ticket) {
    DayFigures figures;
    figures.taken = 1;
    figures.done = ticket.state == "done" ? 1 : 0;
    figures.missed = ticket.state == "missed" ? 1 : 0;
    figures.gone = ticket.state == "left" ? 1 : 0;
    figures.waits = ticket.wait_ms ? 1 : 0;
    figures.wait_ms = ticket.wait_ms.value_or(0);
    return figures;
}

std::vector<HallDay> changed_days(const Projection& projection) {
    std::map<std::string, DayFigures> changed;
    for (const auto& [id, ticket] : projection.tickets) {
        if (ticket.before) changed[ticket.before->date] -= figures_of(*ticket.before);
        if (ticket.now) changed[ticket.now->date] += figures_of(*ticket.now);
    }
    std::vector<HallDay> days;
    for (const auto& [date, figures] : changed)
        if (figures != DayFigures()) days.push_back({projection.hall.hall_id, date, figures});
    return days;
}

}  // namespace linli::district
