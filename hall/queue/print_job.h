// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hall/base/clock.h"
#include "hall/content/localized_text.h"

namespace linli {

/// Where one paper is: queued, not one byte of it has gone to the printer; printing, bytes may have gone; the other
/// three are the end. Only from queued may the same copy be tried again.
enum class PrintState : std::uint8_t { queued, printing, printed, failed, dropped };
const char* name_of(PrintState state);
std::optional<PrintState> print_state_from(std::string_view name);

/// Why a paper failed or was dropped.
enum class SlipTrouble : std::uint8_t {
    half_printed,  ///< the paper ended, the cover opened, the cutter stuck in the middle of it
    link_lost,     ///< the printer went away in the middle of it
    stalled,       ///< it took no more bytes for too long
    not_sure,      ///< all bytes went, and then it gave no more answer
    interrupted,   ///< the program or the power ended in the middle of it
    not_drawn,     ///< its bytes could not be made
    too_late,      ///< dropped: could not be printed for three minutes
    ticket_ended,  ///< dropped: the number was served, missed or given back meanwhile
};
const char* name_of(SlipTrouble trouble);
std::optional<SlipTrouble> slip_trouble_from(std::string_view name);

/// One paper for one ticket. Copy 1 is the first; from copy 2 on the slip says that it is printed again.
struct PrintJob {
    std::int64_t row = 0;
    std::string id;  ///< UUIDv7
    std::int64_t ticket_row = 0;
    std::string ticket_id;
    std::string place;  ///< whose printer: "kiosk"
    int copy = 1;
    Language language = Language::zh;
    PrintState state = PrintState::queued;
    std::optional<SlipTrouble> trouble;
    WallMs asked_ms = 0;
    std::int64_t asked_steady_ms = 0;  ///< on the hall's steady clock: for its age
    WallMs changed_ms = 0;
};

}  // namespace linli
