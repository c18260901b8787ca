// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/act.h"
#include "hall/queue/print_job.h"

namespace linli {

/// What the acts around papers share. Rules that stand in one place:
/// a queued paper is dropped after this time, so that nobody's old slips pour out when paper comes;
constexpr std::int64_t slip_queued_ms_max = 3LL * 60 * 1000;
/// one that was interrupted is printed again by itself only while its resident can still be standing there;
constexpr std::int64_t slip_interrupted_ms_max = 2LL * 60 * 1000;
/// and more papers than this nobody needs for one number.
constexpr int slip_copies_max = 5;

/// A new paper for the ticket, queued in this act's transaction.
Result<PrintJob> queue_slip(Act& act, const TicketRow& ticket, const std::string& place, Language language, int copy);
/// Saves how the paper stands now and journals it under `kind`, with the number, the copy and the trouble.
Status settle_slip(Act& act, PrintJob& job, std::string_view kind, PrintState state,
                   std::optional<SlipTrouble> trouble = {});
/// The paper and its ticket, by the paper's id. Error: invalid_input where there is none.
struct PaperRow {
    PrintJob job;
    TicketRow ticket;
};
Result<PaperRow> find_slip(Act& act, const std::string& id);
/// Has the place a printer, by the last word of its own program? It may be out of paper.
Result<bool> has_printer(Act& act, const std::string& place);

}  // namespace linli
