// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/drop_slips.h"

#include "hall/acts/slip_queue.h"

namespace linli {
namespace {

/// Why this paper should not come out any more.
std::optional<SlipTrouble> past_its_use(std::int64_t steady_ms, const PrintJob& job,
                                        const std::optional<TicketRow>& ticket) {
    if (!ticket || !is_open(ticket->ticket.state)) return SlipTrouble::ticket_ended;
    if (steady_ms - job.asked_steady_ms >= slip_queued_ms_max) return SlipTrouble::too_late;
    return {};
}

}  // namespace

Result<std::vector<PrintJob>> slips_to_print(Hall& hall, const std::string& place) {
    // Looked for without the write lock first: mostly there is none, and the spooler asks often.
    LINLI_TRY_ASSIGN(const auto any, hall.stores().prints.open_jobs(place, PrintState::queued));
    if (any.empty()) return any;
    std::vector<PrintJob> waiting;
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(const auto queued, act.stores().prints.open_jobs(place, PrintState::queued));
    for (PrintJob job : queued) {
        LINLI_TRY_ASSIGN(const auto ticket, act.stores().tickets.find_by_id(job.ticket_id));
        if (const auto trouble = past_its_use(act.steady_ms(), job, ticket))
            LINLI_TRY(settle_slip(act, job, "slip.dropped", PrintState::dropped, trouble));
        else
            waiting.push_back(job);
    }
    LINLI_TRY(waiting.size() == queued.size() ? act.commit_refused() : act.commit());
    return waiting;
}

}  // namespace linli
