// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "district/store/connection.h"

namespace linli::district {

/// Where the district's data is: in PostgreSQL where a conninfo is given, else in a file.
struct DatabasePlace {
    std::filesystem::path file;
    std::string conninfo;
};

Result<std::unique_ptr<Connection>> open_connection(const DatabasePlace& place);

/// Brings the schema up to this program's, makes the incarnation where there is none, and readies the months. Safe
/// while other programs do the same. Error: newer_version.
Status prepare_database(Connection& connection, std::int64_t now_ms);

}  // namespace linli::district
