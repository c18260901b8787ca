// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hall/store/database.h"

namespace linli {

/// One order that was done at the desk, by its request id.
struct DeskOrderRow {
    std::string request_id;
    std::int64_t service_day = 0;
    std::string asked;   ///< a hash of all that was asked for
    std::string answer;  ///< in the form of whoever asked
};

/// What was ordered today and yesterday, so that nothing is done twice.
class DeskOrderStore {
public:
    static Result<DeskOrderStore> open(Database& database);
    Result<std::optional<DeskOrderRow>> find(std::string_view request_id);
    Status add(const DeskOrderRow& row);
    /// Forgets those of days before this one.
    Status remove_before(std::int64_t service_day);

private:
    Statement find_, add_, remove_;
};

}  // namespace linli
