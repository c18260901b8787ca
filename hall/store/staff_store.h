// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hall/staff/sign_in_limit.h"
#include "hall/staff/staff_member.h"
#include "hall/store/database.h"

namespace linli {

/// One row of table staff. `member.locked_until_ms` is not in it: it follows from `failures` and the clocks.
struct StaffRow {
    StaffMember member;
    std::string password_hash;
    SignInFailures failures{};
    std::int64_t tries_while_locked = 0;  ///< since the lock, in no entry of the journal yet
};

/// Table staff: the accounts.
class StaffStore {
public:
    static Result<StaffStore> open(Database& database);
    Status add(const StaffRow& row);
    Result<std::optional<StaffRow>> find(std::string_view account);
    /// All, by account.
    Result<std::vector<StaffRow>> all();
    /// Everything but the account.
    Status save(const StaffRow& row);

private:
    Statement add_, find_, all_, save_;
};

}  // namespace linli
