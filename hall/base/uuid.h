// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/base/clock.h"

namespace linli {

/// A new UUID version 7 (RFC 9562): 48 bits of wall time in milliseconds, then 74 random bits; lower-case with hyphens.
std::string new_uuid(WallMs now);

}  // namespace linli
