// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"
#include "hall/wire/sync_json.h"

namespace linli {

struct FeedApplied {
    int done = 0, refused = 0;
    int known = 0;           ///< applied before: nothing was done
    int restarts_asked = 0;  ///< see restart_programs.h
};

/// Does what a page of the district's feed asks for and keeps its cursor, in one transaction; each item once, ever, by
/// its id. What came of it is journaled as command.done or command.refused (with reason unknown_kind, bad_body,
/// too_late, no_such_program). Nothing is done where `asked_with` is no longer the box's cursor: somebody else has
/// applied that page.
Result<FeedApplied> apply_feed(Hall& hall, const std::string& asked_with, const sync::FeedPage& page);
/// The district no longer knows the cursor: the feed is read from its beginning, and what was applied is passed over.
Status begin_feed_anew(Hall& hall);

}  // namespace linli
