// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "kiosk/widgets/block_pages.h"

namespace linli::kiosk {

/// "See also": a row for each of these documents that holds today. A touch opens it, and back leads here again. None in
/// low mode, where nothing is touched above the middle.
std::vector<Block> related_blocks(Ui& ui, float width, const std::vector<std::string>& ids);

}  // namespace linli::kiosk
