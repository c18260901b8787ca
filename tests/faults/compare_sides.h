// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "district/store/connection.h"
#include "hall/acts/hall.h"

namespace linli::support {

/// What is not as it must be, in words: entries that are missing, twice, or other at the district; numbers that
/// residents saw and that are not there as often; alarms and quarantine; damage to the hall's database. Nothing may be
/// under way.
std::vector<std::string> differences_between(Hall& hall, district::Connection& district,
                                             const std::vector<std::string>& seen_by_residents);

}  // namespace linli::support
