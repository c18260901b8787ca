// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "kiosk/board/blinking.h"
#include "kiosk/board/board_source.h"
#include "kiosk/board/board_words.h"
#include "kiosk/draw/canvas.h"

struct ImDrawList;

namespace linli::kiosk {

class Fonts;

/// The board's program without its window: what is shown and when it must be drawn anew. Used by the board's loop, by
/// --render and by tests.
class Board {
public:
    struct Parts {
        BoardSource& hall;
        const Clock& clock;
        const Theme& theme;
    };
    Board(const Parts& parts, Motion motion);

    /// The window was shown anew or changed its size.
    void must_draw() { drawn_.reset(); }
    /// Takes what the hall has brought and what time has changed. True where a frame should be drawn.
    bool update();
    void frame(ImDrawList& list, const Fonts& fonts, const Projection& projection);
    /// Until update() may say true again without any news.
    std::int64_t next_update_in_ms() const;

    const LayoutRecord& shown() const { return record_; }
    bool stale() const;
    /// A picture of the hall is there, fresh or stale.
    bool has_hall() const { return picture_->content != nullptr; }

private:
    /// All that a frame depends on besides its size: the same look needs no second frame.
    struct Look {
        std::shared_ptr<const BoardPicture> picture;
        bool stale = false;
        std::int64_t minute = 0;
        std::int64_t blink_step = 0;
        bool operator==(const Look&) const = default;
    };
    Look look() const;
    void keep_zone();

    Parts parts_;
    Blinking blinking_;
    std::shared_ptr<const BoardPicture> picture_;
    std::optional<Look> drawn_;
    std::optional<TimeZone> zone_;
    std::string zone_name_;
    std::int64_t began_boot_ms_;
    LayoutRecord record_;
};

}  // namespace linli::kiosk
