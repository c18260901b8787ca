// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "hall/queue/ticket.h"
#include "hall/store/database.h"

namespace linli {

/// What a day's tickets come to.
struct DayCount {
    int taken = 0;
    int done = 0;
    std::map<std::string, int> done_by;  ///< by account; not of machines
    int called = 0;
    std::int64_t waited_ms = 0;        ///< of those who were called, together
    std::vector<std::int64_t> missed;  ///< rows of those who are missed
};

/// Counts a day's tickets. Whoever looks at the hall at each of its changes cannot read them all each time, and a table
/// of sums would cost every number another page: so the counts are carried on, ticket by ticket, as the journal tells
/// which have changed.
class DayCountStore {
public:
    static Result<DayCountStore> open(Database& database);
    /// As they are after this entry of the journal. In a read transaction; what was counted inside an act that is
    /// rolled back would stay wrong.
    Result<DayCount> count(std::int64_t service_day, std::int64_t journal_seq);

private:
    struct Part {
        TicketState state = TicketState::waiting;
        bool called = false;
        std::int64_t waited_ms = 0;
        std::string ended_by;
    };
    static Part part_of(const Query& query);
    Status recount();
    Status carry_on(std::int64_t journal_seq);
    Statement all_, changed_, one_;
    std::int64_t service_day_ = -1, journal_seq_ = 0;
    std::unordered_map<std::int64_t, Part> parts_;  ///< by row
};

}  // namespace linli
