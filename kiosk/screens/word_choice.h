// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "hall/text/pinyin_input.h"
#include "kiosk/app/ui.h"
#include "kiosk/screens/entry_places.h"

namespace linli::kiosk {

/// The words that typed letters may mean, to be touched: first in the rows above the keys, and for whoever pages on, in
/// the keys' place, where many more have room.
class WordChoice {
public:
    /// New letters: from the first word again, above the keys.
    void begin();
    /// Words stand in the keys' place now.
    bool open() const { return open_; }
    /// Draws them; gives the one that was touched.
    std::optional<PinyinCandidate> draw(Ui& ui, const EntryPlaces& places, const std::vector<PinyinCandidate>& words);

private:
    struct Placed {
        std::size_t word;
        Rect rect;
    };
    struct Page {
        std::vector<Placed> words;
        std::size_t next = 0;  ///< the first word that has no room here
    };
    enum class RowEnds : std::uint8_t { ragged, filled };
    static Page laid_out(Ui& ui, const std::vector<Rect>& rows, const std::vector<PinyinCandidate>& words,
                         std::size_t first, RowEnds ends);
    static void spread(std::span<Placed> row, float left_over);
    void page_keys(Ui& ui, Rect row, std::size_t next, std::size_t count);

    std::vector<std::size_t> starts_{0};  ///< of the pages up to the one that is shown
    bool open_ = false;
};

}  // namespace linli::kiosk
