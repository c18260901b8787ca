// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hall/acts/hall.h"

namespace linli {

/// One call as the journal has it: ticket.called or ticket.recalled.
struct Call {
    std::int64_t seq = 0;  ///< of the entry
    std::string code;      ///< "A027"
    int counter = 0;
    int call = 1;             ///< 1 the first time, 2 and on when called again
    WallMs wall_ms = 0;       ///< when, for people to read
    std::int64_t age_ms = 0;  ///< on the hall's steady clock, when it was read
};

/// A call that the counter took back after it had been given out.
struct CallTakenBack {
    std::string code;
    int counter = 0;
};

/// Some calls, and up to which entry the journal was read for them.
struct Calls {
    std::vector<Call> calls;
    std::vector<CallTakenBack> taken_back;  ///< of calls that an earlier reading gave
    std::int64_t read_until = 0;
};

/// The calls after entry `seq`, in the order of the journal, at most `limit`; for the rest, ask again after read_until,
/// until that no longer grows. None is ever left out, however many come within a second, but for those that are taken
/// back in what is read. An entry that cannot be read is passed over.
Result<Calls> calls_since(Hall& hall, std::int64_t seq, int limit);
/// The newest entry of the journal.
Result<std::int64_t> journal_end(Hall& hall);

/// Up to which entry calls have been announced in this hall, by whichever announcer; nothing before the first.
Result<std::optional<std::int64_t>> announced_until(Hall& hall);
/// Everything up to this entry has been spoken to its end, or passed over on purpose. Never goes back. Not journaled:
/// that somebody was called is a fact, that it was also spoken is not.
Status mark_announced(Hall& hall, const std::string& place, std::int64_t seq);

}  // namespace linli
