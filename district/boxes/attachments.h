// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "district/boxes/refusal.h"
#include "district/store/connection.h"
#include "hall/wire/attachment_json.h"

namespace linli::district {

/// A box says which attachment it brings, and learns how much of it is here. Refusals: too_large, unsupported_type,
/// wrong_shape (it is here with another size), too_many_open.
BoxResult<sync::AttachmentState> announce_attachment(Connection& connection, const std::string& hall_id,
                                                     const sync::AttachmentHead& head, std::int64_t now_ms);

/// Its bytes from `offset` on. With the last ones the whole is compared with its digest. Refusals: not_announced,
/// wrong_offset, bad_part, bad_digest.
BoxResult<sync::AttachmentState> take_attachment_part(Connection& connection, const std::string& hall_id,
                                                      const std::string& digest, std::int64_t offset,
                                                      std::string_view bytes, std::int64_t now_ms);

}  // namespace linli::district
