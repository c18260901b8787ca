// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_history.h"

#include "hall/acts/hall_moment.h"
#include "hall/store/hall_stores.h"

namespace linli {

Result<std::vector<Visit>> show_history(Hall& hall, std::optional<int> counter) {
    LINLI_TRY_ASSIGN(Transaction transaction, hall.stores().database->begin_read());
    LINLI_TRY(hall.content());
    LINLI_TRY_ASSIGN(const HallMoment moment, read_moment(hall));
    LINLI_TRY_ASSIGN(const auto rows, hall.stores().tickets.ended(moment.service_day));
    LINLI_TRY(transaction.commit());
    std::vector<Visit> visits;
    for (const TicketRow& row : rows)
        if (!counter || row.ticket.counter == counter)
            visits.push_back({row.ticket, row.outcome, row.note, row.ended_by.name, row.visit_ms, row.waited_ms});
    return visits;
}

}  // namespace linli
