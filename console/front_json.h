// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"

namespace linli::console {

/// The shape Front of console/openapi.yaml: whether things work, and never who works or waits. Without a hall it says
/// that the records cannot be used.
std::string front_json(Hall* hall, WallMs now);
/// The shape Content.
Result<std::string> content_json(Hall& hall);

}  // namespace linli::console
