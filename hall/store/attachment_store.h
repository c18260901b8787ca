// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hall/base/clock.h"
#include "hall/store/database.h"

namespace linli {

/// A scan, signature or picture that an entry of the journal names.
struct Attachment {
    std::string digest;  ///< BLAKE2b-256 of its bytes, hexadecimal
    std::string media_type;
    std::int64_t size = 0;
    std::string name;
    std::int64_t entry_seq = 0;  ///< the entry that names it
    WallMs kept_ms = 0;
    bool sent = false;  ///< the district has all of it
};

class AttachmentStore {
public:
    static Result<AttachmentStore> open(Database& database);

    Status insert(const Attachment& attachment);
    Status insert_part(std::string_view digest, std::int64_t at, std::string_view bytes);
    Result<std::optional<Attachment>> find(std::string_view digest);
    /// In the order in which they were kept.
    Result<std::vector<Attachment>> all();
    /// From `at` to the end of the piece in which that stands; empty at the end.
    Result<std::string> bytes_from(std::string_view digest, std::int64_t at);

    /// The first unsent one whose entry stands after `after`, up to `through`.
    Result<std::optional<Attachment>> first_unsent(std::int64_t after, std::int64_t through);
    Result<std::int64_t> unsent_count();
    Status mark_sent(std::string_view digest);
    Status mark_all_unsent();

private:
    Statement insert_, insert_part_, find_, all_, part_, first_unsent_, unsent_count_, mark_sent_, mark_all_unsent_;
};

}  // namespace linli
