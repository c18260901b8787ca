// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli {

/// What the call board shows besides the calls (board.json).
struct BoardPlan {};

}  // namespace linli
