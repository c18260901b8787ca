// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "district/store/connection.h"

namespace linli::district {

/// How far a box's journal has come here.
struct StreamRow {
    std::int64_t acked_through = 0;  ///< nothing is missing up to here
    std::int64_t newest_seq = 0;
    std::string chain;              ///< after acked_through, over what came
    std::int64_t newest_epoch = 0;  ///< of the box's streams; known where the stream was locked
};

/// Locks the stream until the transaction ends, made where it is new.
Result<StreamRow> lock_stream(Connection& connection, const StreamKey& key);
/// Within the transaction that locked it.
Status save_stream(Connection& connection, const StreamKey& key, const StreamRow& stream);
/// Nothing where not one entry has come.
Result<std::optional<StreamRow>> find_stream(Connection& connection, const StreamKey& key);

/// What is here under a number.
struct KnownEntry {
    std::int64_t seq = 0;
    std::string digest;
};
/// In order, quarantined ones included.
Result<std::vector<KnownEntry>> known_entries(Connection& connection, const StreamKey& key, std::int64_t first,
                                              std::int64_t last);
/// The frozen bytes of one entry of the journal.
Result<std::optional<std::string>> find_entry(Connection& connection, const StreamKey& key, std::int64_t seq);

}  // namespace linli::district
