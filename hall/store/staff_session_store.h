// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hall/staff/staff_session.h"
#include "hall/store/database.h"

namespace linli {

/// Table staff_session: who is signed in, from how many browsers.
class StaffSessionStore {
public:
    static Result<StaffSessionStore> open(Database& database);
    /// Adds it, or saves its state, seen_steady_ms and boot_id.
    Status save(const StaffSession& session);
    Result<std::optional<StaffSession>> find(std::string_view key);
    /// All, the oldest first.
    Result<std::vector<StaffSession>> all();
    /// Those of one account, the oldest first.
    Result<std::vector<StaffSession>> of_account(std::string_view account);
    Status remove(std::string_view key);

private:
    Statement save_, find_, all_, of_account_, remove_;
};

}  // namespace linli
