// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/bench/pushing_box.h"

struct pg_conn;

namespace linli::bench {

/// What taking entries into PostgreSQL is compared with: the server's own COPY of the same bytes, 500 entries at a time
/// as a box sends them, each time durable.
struct CopyPeer {
    std::string table;
    std::string columns;  ///< of CREATE TABLE
    std::string (*row)(const PushingBox& box, const JournalEntry& entry, const std::string& bytes);
};

/// Into a table with the journal's columns, its key and its index by id.
CopyPeer keyed_copy();
/// Into a heap without any key, in which nothing can be found again.
CopyPeer plain_copy();

/// One connection of the peer's. Rows are made beforehand, so that only COPY is measured.
class CopySender {
public:
    /// Makes the table where it is not there.
    CopySender(const std::string& conninfo, const CopyPeer& peer, const PushingBox& box);
    bool send(std::size_t batch);

private:
    std::unique_ptr<pg_conn, void (*)(pg_conn*)> connection_;
    std::string command_;
    std::vector<std::string> batches_;
};

}  // namespace linli::bench
