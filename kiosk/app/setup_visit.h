// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "kiosk/draw/geometry.h"

namespace linli::kiosk {

/// What an installer looks after, in the order in which it is listed.
enum class SetupItem : std::uint8_t { printer, board, sound, touch, screen, network, district, volume, version, power };
inline constexpr std::array setup_items{SetupItem::printer, SetupItem::board,   SetupItem::sound,    SetupItem::touch,
                                        SetupItem::screen,  SetupItem::network, SetupItem::district, SetupItem::volume,
                                        SetupItem::version, SetupItem::power};
/// Which of them are walked through one after the other; the others are settings, facts and deeds.
inline constexpr std::array checked_items{SetupItem::printer, SetupItem::board,  SetupItem::sound,
                                          SetupItem::touch,   SetupItem::screen, SetupItem::network};
/// As it stands in text keys and target ids: "printer".
const char* name_of(SetupItem item);

/// What this visit may see. `without_hall` is what a held corner opens while the records cannot be used and so no code
/// can be checked: what changes nothing, and starting the machine again.
enum class SetupRight : std::uint8_t { none, without_hall, full };

/// An installer's visit: the right, and what was found so far. Wiped with the session, so the right ends with it.
struct SetupVisit {
    enum class Outcome : std::uint8_t { untried, good, bad };

    SetupRight right = SetupRight::none;
    std::array<Outcome, setup_items.size()> outcomes{};
    std::optional<std::size_t> walk{};  ///< index in checked_items while all of them are walked through
    std::vector<Point> touches{};       ///< of the touch test, one for each mark

    Outcome& outcome(SetupItem item) { return outcomes[static_cast<std::size_t>(item)]; }
    Outcome outcome(SetupItem item) const { return outcomes[static_cast<std::size_t>(item)]; }
};

}  // namespace linli::kiosk
