// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace linli {

/// Where every program looks for the hall unless told: $LINLI_DATABASE, else /var/lib/linli/hall.db for root, else
/// linli/hall.db below $XDG_STATE_HOME or ~/.local/state.
std::filesystem::path default_database();

}  // namespace linli
