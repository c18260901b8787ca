// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// Which bars the kiosk draws around a page, and on which ground.
enum class Bars : std::uint8_t { none, both };

/// Who may see a page. `installer_without_hall` ones are also for who held the corner while the records cannot be used.
enum class Gate : std::uint8_t { everybody, installer, installer_without_hall };

/// The one table of pages. A new page is one file and one row.
struct ScreenRow {
    ScreenId id = ScreenId::home;
    const char* name = "";
    Bars bars = Bars::both;
    std::unique_ptr<Screen> (*make)() = nullptr;
    Gate gate = Gate::everybody;
};

std::span<const ScreenRow> screen_table();
const ScreenRow& screen_row(ScreenId id);

}  // namespace linli::kiosk
