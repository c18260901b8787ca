// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>

#include "kiosk/board/board.h"
#include "kiosk/platform/display_watch.h"
#include "kiosk/platform/panel.h"
#include "kiosk/platform/wake.h"

namespace linli::kiosk {

/// What the board's loop runs with.
struct BoardRun {
    Panel& panel;
    Board& board;
    Wake& wake;
    const Clock& clock;
    int display = 0;
    /// Told whenever the board's display comes or goes.
    enum class Seen : std::uint8_t { yes, no };
    std::function<void(Seen)> on_seen;
    /// Every frame is saved here, and beside it, with ".txt", what stands on it: for tests, and to look at a board from
    /// afar. Empty for no picture.
    std::filesystem::path picture;
};

/// Shows the board in its window until it is closed: draws when something has changed, sleeps otherwise.
void run_board(const BoardRun& run);

}  // namespace linli::kiosk
