// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/platform/panel.h"
#include "kiosk/render/sample_board.h"

namespace linli::kiosk {

/// Draws the board in one state with sample data into a PNG file, without a display. `content` is a folder of content
/// documents; empty takes the demo hall. `languages` replaces the content's.
struct BoardOrder {
    BoardSample sample = BoardSample::calls;
    std::filesystem::path out;
    std::filesystem::path content;
    std::optional<BoardLanguages> languages;
    int width = 1920, height = 1080;
};
Status render_board(const BoardOrder& order);

}  // namespace linli::kiosk
