// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "hall/store/database.h"

namespace linli {

/// One row of the journal as it lies on disk.
struct JournalRow {
    std::int64_t seq = 0;
    std::string kind;
    std::string subject;
    std::string entry;
    std::string chain;
};

class JournalStore {
public:
    static Result<JournalStore> open(Database& database);
    Status append(const JournalRow& row);
    /// Every row from `first_seq` on, in order, until `visit` gives false.
    Status each(std::int64_t first_seq, const std::function<bool(const JournalRow&)>& visit);
    /// The rows before `seq`, the newest first, without their chain, until `visit` gives false.
    Status each_back(std::int64_t seq, const std::function<bool(const JournalRow&)>& visit);
    /// The calls (ticket.called, ticket.recalled) and what took one back (ticket.call_undone) after `seq`, in order, at
    /// most `limit`.
    Result<std::vector<JournalRow>> calls_after(std::int64_t seq, int limit);

private:
    Statement insert_, each_, each_back_, calls_;
};

}  // namespace linli
