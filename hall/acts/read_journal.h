// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/journal/entry.h"

namespace linli {

inline constexpr int journal_page_max = 200;
/// As many entries are looked at in one go at most: 20 ms. Whoever looks for something rare asks again from there.
inline constexpr int journal_looked_at_max = 20'000;

struct ReadJournal {
    std::optional<std::int64_t> before_seq{};  ///< entries older than this one; the newest where it is not there
    int limit = 50;                            ///< 1 to journal_page_max
    std::string actor{};                       ///< "staff:zhang", exactly; empty for everybody
    std::string kind{};                        ///< a kind or what it begins with, "ticket."; empty for all
};

struct JournalPage {
    std::vector<JournalEntry> entries;  ///< newest first
    std::int64_t newest = 0;            ///< the journal's newest entry, whatever was asked for
    /// The oldest entry that was looked at; what is older is read by asking for before_seq = this. 1 where there is
    /// nothing older, and 0 where nothing was looked at.
    std::int64_t looked_until = 0;
};

/// What was done, for the audit page. An entry that cannot be read stands there with its number and kind and an empty
/// body; verify_journal says what is wrong with it. Errors: invalid_input for a limit out of bounds.
Result<JournalPage> read_journal(Hall& hall, const ReadJournal& wanted);

}  // namespace linli
