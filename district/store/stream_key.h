// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace linli::district {

/// Whose journal: a box of a hall, and the epoch of its database.
struct StreamKey {
    std::string hall_id, device_id;
    std::int64_t epoch = 1;
    bool operator==(const StreamKey&) const = default;
};

}  // namespace linli::district
