// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "hall/base/time_zone.h"
#include "hall/content/localized_text.h"

namespace linli {

/// What the board is written in. `both` is Chinese, with English small where there is room.
enum class BoardLanguages : std::uint8_t { zh, en, both };

/// One sentence on the strip at the board's foot.
struct BoardNotice {
    LocalizedText text;
    std::optional<LocalDate> until;  ///< last day on which it is shown
};

/// What the call board shows besides the calls (board.json).
struct BoardPlan {
    BoardLanguages languages = BoardLanguages::both;
    std::vector<char> lines;  ///< whose waiting cards are shown, in this order; empty for all
    std::vector<BoardNotice> notices;
};

}  // namespace linli
