// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>

#include "hall/acts/hall.h"

namespace linli {

/// Checks the documents and switches to them in one transaction; a fault leaves what is installed as it is (the last
/// good content stays). Gives the new version, or the fault.
Result<tl::expected<std::int64_t, ContentFault>> install_content(Hall& hall, const ContentDocuments& documents);

}  // namespace linli
