// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "hall/store/database.h"

namespace linli {

/// How far the journal's calls have been spoken, by each announcer's place. Used by hall/acts/calls_since.h.
class AnnouncerStore {
public:
    static Result<AnnouncerStore> open(Database& database);
    /// The newest entry that any announcer of this hall has dealt with; nothing before the first.
    Result<std::optional<std::int64_t>> newest_mark();
    /// Forward only.
    Status save(std::string_view place, std::int64_t journal_seq);

private:
    Statement newest_, save_;
};

}  // namespace linli
