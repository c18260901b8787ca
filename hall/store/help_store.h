// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "hall/base/clock.h"
#include "hall/queue/help_call.h"
#include "hall/store/database.h"

namespace linli {

/// Calls for a person, by the place they come from.
class HelpStore {
public:
    static Result<HelpStore> open(Database& database);
    /// When the open call of this place was made.
    Result<std::optional<WallMs>> open_since(std::string_view place);
    Result<bool> any_open();
    /// Every open call, oldest first.
    Result<std::vector<HelpCall>> all_open();
    Status add(std::string_view place, WallMs now);
    Status end(std::string_view place, WallMs now);

private:
    Statement open_since_, any_open_, all_open_, add_, end_;
};

}  // namespace linli
