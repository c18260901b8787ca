// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hall/base/clock.h"
#include "hall/queue/clerk.h"
#include "hall/store/database.h"

namespace linli {

/// A counter that a clerk has.
struct HolderRow {
    int counter = 0;
    Clerk clerk;
    WallMs since_ms = 0;
    std::optional<std::string> undo;  ///< JSON: how the newest order there is taken back; nothing where it cannot be
};

/// Which clerk has which counter. One that is closed has nobody.
class HolderStore {
public:
    static Result<HolderStore> open(Database& database);
    Result<std::vector<HolderRow>> all();
    Result<std::optional<HolderRow>> find(int counter);
    Status save(const HolderRow& row);
    Status set_undo(int counter, const std::optional<std::string>& undo);
    Status remove(int counter);

private:
    Statement all_, find_, save_, set_undo_, remove_;
};

}  // namespace linli
