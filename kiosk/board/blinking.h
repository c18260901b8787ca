// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "hall/queue/board_view.h"

namespace linli::kiosk {

/// May the board's numbers blink?
enum class Motion : std::uint8_t { full, reduced };

/// Lets every new call blink three times where it stands, large or in the list, so that two calls at one moment are
/// both seen. The board asks it for each number that it draws.
class Blinking {
public:
    static constexpr int times = 3;
    static constexpr std::int64_t on_ms = 500, off_ms = 300;

    explicit Blinking(Motion motion) : motion_(motion) {}

    /// These calls are shown from now on. What stood there when the board began is no news.
    void look(const std::vector<BoardCall>& calls, std::int64_t boot_ms);

    enum class Phase : std::uint8_t { still, on, off };
    Phase phase(const BoardCall& call, std::int64_t boot_ms) const;
    /// Until some phase changes; -1 where nothing blinks.
    std::int64_t next_change_in_ms(std::int64_t boot_ms) const;
    /// Differs whenever some phase does.
    std::int64_t step(std::int64_t boot_ms) const;

private:
    struct Seen {
        BoardCall call;
        std::int64_t since_boot_ms = 0;
        bool news = false;
    };
    Motion motion_;
    bool began_ = false;
    std::deque<Seen> seen_;  // newest last
};

}  // namespace linli::kiosk
