// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// Does the tray of a keyboard hold words to choose from?
enum class Words : std::uint8_t { none, offered };

/// Where the parts of a keyboard's tray stand in this mode, above the bottom bar.
struct EntryPlaces {
    Rect tray{};
    Rect keys{};
    Rect reading{};             ///< the line that tells how letters are read; empty where there is no room
    std::vector<Rect> words{};  ///< rows of words beside or above the keys
    std::vector<Rect> pages{};  ///< rows of words in the keys' place, while somebody looks through them
    Rect page_keys{};           ///< and the row of keys below them
};

EntryPlaces entry_places(Ui& ui, Words words);

}  // namespace linli::kiosk
