// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "hall/queue/print_job.h"
#include "hall/store/database.h"

namespace linli {

/// The papers that were asked for, one row each (table print_job).
class PrintStore {
public:
    static Result<PrintStore> open(Database& database);

    /// A new paper, queued; `job` has everything but its row.
    Status insert(const PrintJob& job);
    /// Its state, trouble and moment of change.
    Status save(const PrintJob& job);

    Result<std::optional<PrintJob>> find(std::string_view id);
    /// The highest copy of a ticket.
    Result<std::optional<PrintJob>> newest_of(std::int64_t ticket_row);
    /// A place's papers in this state, oldest first; for queued and printing.
    Result<std::vector<PrintJob>> open_jobs(std::string_view place, PrintState state);

private:
    Statement insert_, save_, find_, newest_, open_jobs_;
};

}  // namespace linli
