// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/begin_printing.h"

#include "hall/acts/slip_queue.h"

namespace linli {

ActResult<PrintJob> begin_printing(Hall& hall, const std::string& job_id) {
    return perform(hall, [&](Act& act) -> ActResult<PrintJob> {
        LINLI_TRY_ASSIGN(PaperRow slip, find_slip(act, job_id));
        if (slip.job.state != PrintState::queued || !is_open(slip.ticket.ticket.state))
            return Decision<PrintJob>(refuse(Refusal::wrong_state, slip.ticket.ticket));
        LINLI_TRY(settle_slip(act, slip.job, "slip.printing", PrintState::printing));
        return Decision<PrintJob>(slip.job);
    });
}

}  // namespace linli
