// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "district/store/connection.h"

namespace linli::district {

/// One entry as the district keeps it. It points into the batch that it came with.
struct JournalRow {
    std::int64_t seq = 0;
    std::string_view entry_id;       ///< UUIDv7
    std::int64_t entry_ms = 0;       ///< the time within it
    std::string_view kind, subject;  ///< copies for queries
    std::string_view digest, entry;  ///< BLAKE2b-256 and the frozen bytes
};

/// Adds what is not there yet and gives the numbers of those rows.
Result<std::vector<std::int64_t>> insert_journal(Connection& connection, const StreamKey& stream,
                                                 std::int64_t received_ms, const std::vector<JournalRow>& rows);

}  // namespace linli::district
