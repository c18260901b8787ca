// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "district/store/connection.h"

namespace linli::district {

/// What holds for the whole district: "schema", "incarnation", and what the server last said of itself for pairing
/// strings: "address", "pin", "pages_address".
Result<std::optional<std::string>> find_setting(Connection& connection, std::string_view name);
Status save_setting(Connection& connection, std::string_view name, std::string_view value);

/// What boxes know this database by; empty before there is one.
Result<std::string> incarnation_of(Connection& connection);
/// To be made after a restore: boxes then look at what is missing here.
Result<std::string> new_incarnation(Connection& connection);

}  // namespace linli::district
