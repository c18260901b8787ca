// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/end_printing.h"

#include "hall/acts/slip_queue.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

/// May somebody still be waiting at the machine for this paper?
bool still_wanted(const Act& act, const PaperRow& slip) {
    return act.steady_ms() - slip.job.asked_steady_ms < slip_interrupted_ms_max &&
           stands_in_line(slip.ticket.ticket.state) && slip.job.copy < slip_copies_max;
}

Status end_interrupted(Act& act, const std::string& id) {
    LINLI_TRY_ASSIGN(PaperRow slip, find_slip(act, id));
    LINLI_TRY(settle_slip(act, slip.job, "slip.failed", PrintState::failed, SlipTrouble::interrupted));
    LINLI_TRY_ASSIGN(const auto newest, act.stores().prints.newest_of(slip.job.ticket_row));
    const bool is_newest = newest && newest->id == slip.job.id;
    if (!is_newest || !still_wanted(act, slip)) return {};
    LINLI_TRY_ASSIGN(const PrintJob next,
                     queue_slip(act, slip.ticket, slip.job.place, slip.job.language, slip.job.copy + 1));
    return act.record("slip.reprint_asked", slip.job.ticket_id,
                      wire::body({{"code", slip.ticket.ticket.code()},
                                  {"copy", std::int64_t{next.copy}},
                                  {"place", next.place},
                                  {"reason", name_of(SlipTrouble::interrupted)}}));
}

}  // namespace

ActResult<PrintJob> end_printing(Hall& hall, const std::string& job_id, const PrintingEnd& end) {
    return perform(hall, [&](Act& act) -> ActResult<PrintJob> {
        LINLI_TRY_ASSIGN(PaperRow slip, find_slip(act, job_id));
        if (slip.job.state != PrintState::printing)
            return Decision<PrintJob>(refuse(Refusal::wrong_state, slip.ticket.ticket));
        switch (end.how) {
            case PrintingEnd::How::printed:
                LINLI_TRY(settle_slip(act, slip.job, "slip.printed", PrintState::printed));
                break;
            case PrintingEnd::How::failed:
                LINLI_TRY(settle_slip(act, slip.job, "slip.failed", PrintState::failed,
                                      end.trouble.value_or(SlipTrouble::not_sure)));
                break;
            case PrintingEnd::How::nothing_sent:
                LINLI_TRY(settle_slip(act, slip.job, "slip.put_back", PrintState::queued));
                break;
        }
        return Decision<PrintJob>(slip.job);
    });
}

Result<int> end_interrupted_printing(Hall& hall, const std::string& place) {
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(const auto jobs, act.stores().prints.open_jobs(place, PrintState::printing));
    for (const PrintJob& job : jobs) LINLI_TRY(end_interrupted(act, job.id));
    if (jobs.empty())
        LINLI_TRY(act.commit_refused());
    else
        LINLI_TRY(act.commit());
    return static_cast<int>(jobs.size());
}

}  // namespace linli
