// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace linli::district {

/// Whose journal: a box of a hall, and the epoch of its database.
struct StreamKey {
    std::string hall_id, device_id;
    std::int64_t epoch = 1;
    bool operator==(const StreamKey&) const = default;
};

/// One entry as the district keeps it.
struct JournalRow {
    std::int64_t seq = 0;
    std::string entry_id;       ///< UUIDv7
    std::int64_t entry_ms = 0;  ///< the time within it
    std::string kind, subject;  ///< copies for queries
    std::string digest, entry;  ///< BLAKE2b-256 and the frozen bytes
};

}  // namespace linli::district
