// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "hall/staff/sign_in_limit.h"
#include "hall/store/database.h"

namespace linli {

/// How many tries with unknown accounts the journal has taken since `begin_steady_ms`.
struct UnknownAccountEntries {
    std::int64_t begin_steady_ms = 0;
    std::int64_t recorded = 0;
    std::int64_t passed_over = 0;  ///< counted only, and in no entry yet
};

/// Tables unknown_account and unknown_account_entries: tries to sign in to accounts that are not there, on 256 heaps.
class UnknownAccountStore {
public:
    static Result<UnknownAccountStore> open(Database& database);
    /// None where nothing fell on this heap.
    Result<SignInFailures> find(int heap);
    Status save(int heap, const SignInFailures& failures);
    Result<UnknownAccountEntries> entries();
    Status save(const UnknownAccountEntries& entries);

private:
    Statement find_, save_, entries_, save_entries_;
};

}  // namespace linli
