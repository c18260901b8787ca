// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "hall/acts/hall.h"

namespace linli {

/// One kept version of the content.
struct InstalledContent {
    std::int64_t version = 0;
    std::int64_t before = 0;  ///< the kept version before it, 0 for none
    WallMs installed_ms = 0;
    ContentDocuments documents;
};

/// The version in use, or another one. Nothing for a version that is not kept; the two newest are.
Result<std::optional<InstalledContent>> show_content(Hall& hall, std::optional<std::int64_t> version = {});

}  // namespace linli
