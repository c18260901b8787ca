// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "hall/acts/hall.h"

namespace linli {

/// Checks the documents and switches to them in one transaction; a fault leaves what is installed as it is (the last
/// good content stays). Gives the new version, or the fault.
Result<tl::expected<std::int64_t, ContentFault>> install_content(Hall& hall, const ContentDocuments& documents);

struct RolledBack {
    std::int64_t version = 0;   ///< the new one
    std::int64_t restored = 0;  ///< whose documents it has
    std::int64_t left = 0;      ///< which was in use until now
};
/// Goes back to the documents before those in use, as a new version, in one transaction. The two newest versions are
/// kept, so doing it twice comes back to where one was. Nothing where there is none before, as in a new hall. Error:
/// invalid_content where this program no longer takes those documents.
Result<std::optional<RolledBack>> rollback_content(Hall& hall);

}  // namespace linli
