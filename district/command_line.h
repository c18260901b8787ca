// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "district/order.h"

namespace linli::district {

/// Reads the words. Empty where the program ends at once, after help, the version, or wrong arguments; `exit` says with
/// which code. The conninfo of PostgreSQL may stand in LINLI_DISTRICT_POSTGRES, where no list of processes shows it.
std::optional<Order> read_command_line(int count, char** words, Exit& exit);

}  // namespace linli::district
