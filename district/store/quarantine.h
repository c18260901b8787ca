// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "district/store/connection.h"

namespace linli::district {

/// Whose is the number of a quarantined entry: its own, or is another entry there already?
enum class QuarantinePlace { own, other };

/// An entry that could not be applied, with its bytes as they came.
struct QuarantineRow {
    StreamKey stream;
    std::int64_t seq = 0;
    std::string digest;
    QuarantinePlace place = QuarantinePlace::own;
    std::string reason, entry;
    std::int64_t received_ms = 0;
};

/// False where these very bytes are there under this number already.
Result<bool> insert_quarantined(Connection& connection, const QuarantineRow& row);
/// Of one hall, or of all where it is empty; the newest first, without their bytes.
Result<std::vector<QuarantineRow>> list_quarantined(Connection& connection, std::string_view hall_id, int limit);
/// All that came under one number of a hall, with their bytes.
Result<std::vector<QuarantineRow>> find_quarantined(Connection& connection, std::string_view hall_id, std::int64_t seq);

}  // namespace linli::district
