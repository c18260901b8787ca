// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "hall/acts/hall.h"

namespace linli {

/// What reading the whole journal found.
struct JournalCheck {
    std::int64_t entries = 0;
    std::int64_t gaps = 0;
    /// The first place that does not fit: "entry 17: …".
    std::optional<std::string> fault;
};

/// Reads every entry, computes the chain anew and compares copies, numbers and the head
/// (hall/journal/journal_format.md).
Result<JournalCheck> verify_journal(Hall& hall);

}  // namespace linli
