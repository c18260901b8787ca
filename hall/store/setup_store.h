// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "hall/store/database.h"

namespace linli {

/// The code with which an installer signs in at the kiosk: only its hash is kept.
struct SetupCode {
    std::string hash;
    std::int64_t made_steady_ms = 0;
    int tries = 0;  ///< wrong ones so far
};

/// The one row of table setup_code: there while an installer may sign in.
class SetupStore {
public:
    static Result<SetupStore> open(Database& database);
    Result<std::optional<SetupCode>> find();
    /// Takes the place of the one before.
    Status save(const SetupCode& code);
    Status drop();

private:
    Statement find_, save_, drop_;
};

}  // namespace linli
