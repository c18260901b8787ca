// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "hall/base/result.h"

namespace linli::kiosk {

/// Walks through the real kiosk over a real hall without a display, by touches: from the first page to a number, until
/// a counter calls it, then its state, giving it back, help, larger text, English. Saves a picture at every stop and
/// says what happened. Who calls the number is another program's business.
struct TourOrder {
    std::filesystem::path database;
    std::filesystem::path folder;  ///< made where it is not there
    std::string language;          ///< of what is said
    int width = 1080, height = 1920;
};

/// Error: what the first step that did not work ran into.
Status take_tour(const TourOrder& order);

}  // namespace linli::kiosk
