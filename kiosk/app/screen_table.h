// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// Which bars the kiosk draws around a page, and on which ground.
enum class Bars : std::uint8_t { none, both };

/// The one table of pages. A new page is one file and one row.
struct ScreenRow {
    ScreenId id = ScreenId::home;
    const char* name = "";
    Bars bars = Bars::both;
    std::unique_ptr<Screen> (*make)() = nullptr;
};

std::span<const ScreenRow> screen_table();
const ScreenRow& screen_row(ScreenId id);

}  // namespace linli::kiosk
