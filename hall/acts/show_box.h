// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "hall/acts/hall.h"

namespace linli {

/// What an installer asks of a box: which hall it is and what is in it.
struct BoxFacts {
    std::string box_id{};
    std::string database{};  ///< its path
    std::string sqlite_version{};
    std::int64_t schema_version = 0;
    std::int64_t content_version = 0;
    std::int64_t journal_entries = 0;
};
Result<BoxFacts> show_box(Hall& hall);

}  // namespace linli
