// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "district/ingest/checked_push.h"
#include "district/named_step.h"
#include "district/store/connection.h"

namespace linli::district {

/// Takes one push as hall/wire/sync_protocol.md describes it, in one transaction; what is answered is durable. Error:
/// nothing of it was kept, or (where the commit itself failed) it is not known: the same push can be sent again.
Result<PushResult<sync::PushAnswer>> take_batch(Connection& connection, const DeviceRow& sender,
                                                const sync::PushHead& head, std::string_view body, std::int64_t now_ms,
                                                const OnStep& on_step = no_step);

}  // namespace linli::district
