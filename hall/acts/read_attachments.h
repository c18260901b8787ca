// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/base/file_parts.h"
#include "hall/store/attachment_store.h"

namespace linli {

/// All that the hall keeps, in the order in which they came.
Result<std::vector<Attachment>> list_attachments(Hall& hall);
/// Refuses: unknown_attachment.
ActResult<Attachment> find_attachment(Hall& hall, std::string_view digest);
/// Its bytes, as long as the hall is open.
ReadBytes bytes_of_attachment(Hall& hall, std::string digest);

}  // namespace linli
