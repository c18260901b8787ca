// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/store/read_count_store.h"

namespace linli {

inline constexpr int read_months_max = 13;
/// What people need changes with the season: only the last months say what is read most now.
inline constexpr int read_months_that_count = 3;

/// A resident opened a document at the kiosk: it is counted by month, with neither person nor hour. It is no fact about
/// the hall, so the journal has no entry of it. Error: invalid_input where no document has this id.
Status note_read(Hall& hall, std::string_view id);

/// How often each document was read in this month and the two before.
Result<std::map<std::string, std::int64_t>> reads_lately(Hall& hall);

/// Everything that is counted: the newest month first, in it the most read.
Result<std::vector<DocumentReads>> show_reads(Hall& hall);

}  // namespace linli
