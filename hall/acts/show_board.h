// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/acts/hall.h"
#include "hall/queue/board_view.h"

namespace linli {

/// How the call board stands at this moment. Writes nothing.
Result<BoardView> show_board(Hall& hall);

}  // namespace linli
