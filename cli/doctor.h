// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/session.h"

namespace linli::cli {

enum class Health { good, warning, bad };

/// One thing that was looked at. Texts: "doctor.<what>.<health>" says what is so, and where not good, how to mend it.
struct Finding {
    std::string what;
    Health health = Health::good;
    std::string detail;
};

/// Looks at the database, the journal, the content, the disk, the clock, the network, the fonts, the display and the
/// hall's devices. Changes nothing.
std::vector<Finding> examine(Session& session);

}  // namespace linli::cli
