// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "district/store/connection.h"
#include "hall/acts/hall.h"

namespace linli::support {

/// What is not as it must be, in words: entries that are missing, twice, or other at the district; numbers that
/// residents saw and that are not there as often, or that the days' figures count otherwise; alarms and quarantine;
/// damage to the hall's database. Of the district only what is under this hall_id; all where it is empty. Nothing may
/// be under way.
std::vector<std::string> differences_between(Hall& hall, district::Connection& district,
                                             const std::vector<std::string>& seen_by_residents,
                                             const std::string& hall_id = {});

}  // namespace linli::support
