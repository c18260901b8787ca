// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hall/acts/hall.h"
#include "hall/store/attachment_store.h"

namespace linli {

/// The next attachment that is to go up, of those whose entry stands after `after` (0: the first one). Nothing goes up
/// before the entry that names it has come there.
Result<std::optional<Attachment>> unsent_attachment(Hall& hall, std::int64_t after);

/// Which district has said that it has an attachment.
struct SentTo {
    std::string hall_id, server_incarnation;
};
/// The district has all of it. Gives false where the box belongs to another district by now, or that one was put back:
/// who said so may not be who has to have it.
Result<bool> note_attachment_sent(Hall& hall, const std::string& digest, const SentTo& to);

}  // namespace linli
