// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace linli {

/// Who of the staff does something: the account, and the name by which colleagues know the person. Both are empty for
/// machines and the command line.
struct Clerk {
    std::string account;
    std::string name;
    bool operator==(const Clerk&) const = default;
};

}  // namespace linli
