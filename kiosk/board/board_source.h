// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "hall/content/hall_content.h"
#include "hall/queue/board_view.h"

namespace linli::kiosk {

/// What staff have set, as far as the board tells it.
struct BoardNews {
    std::optional<LocalizedText> message{};  ///< to everybody; neither text is empty
    std::optional<std::string> paused{};     ///< no numbers are given now: their reason, which may be empty
    bool operator==(const BoardNews&) const = default;
};

/// What the board draws from: the newest state of the hall that could be read. Replaced as a whole.
struct BoardPicture {
    std::shared_ptr<const HallContent> content;  ///< null until the first reading has come
    BoardView view;
    bool testing = false;  ///< an installer asked for the test picture
    BoardNews news{};
};

/// When the hall was last found as the picture shows it, on both clocks.
struct BoardReading {
    WallMs wall_ms = 0;
    std::int64_t boot_ms = 0;
};

/// The hall as the board sees it. BoardWorker reads it in another thread; --render and tests have a sample. Nothing
/// here blocks.
class BoardSource {
public:
    virtual ~BoardSource() = default;
    virtual std::shared_ptr<const BoardPicture> picture() const = 0;
    /// Nothing until the hall was read once. It moves on while nothing changes: an old one means a stale picture.
    virtual std::optional<BoardReading> last_reading() const = 0;
    /// Called from another thread when there is a new picture, or readings come again.
    virtual void on_news(std::function<void()> wake) = 0;
};

/// Older than this, the board says that its picture is old.
inline constexpr std::int64_t board_fresh_ms_max = 5'000;

}  // namespace linli::kiosk
