// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "district/boxes/refusal.h"
#include "district/store/connection.h"
#include "hall/wire/sync_json.h"

namespace linli::district {

/// What a hall is asked for beyond its cursor. A cursor names the incarnation and the position; after a restore, when
/// positions may come a second time, boxes begin anew. From the beginning, what was answered already is left out.
/// Refusal: 410 cursor_old.
BoxResult<sync::FeedPage> read_feed(Connection& connection, std::string_view hall_id, std::string_view cursor);

}  // namespace linli::district
