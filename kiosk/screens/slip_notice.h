// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/app/ui.h"
#include "kiosk/widgets/marks.h"

namespace linli::kiosk {

/// How the paper of the number in hand stands, as its resident is told. That the roll is nearly used up concerns staff
/// alone.
enum class SlipStand : std::uint8_t {
    none,  ///< no paper was wanted, or there is no printer
    printing,
    printed,
    paper_out,
    cover_open,
    cutter_stuck,
    unreachable,  ///< off, unplugged, broken, or it came to nothing for some other reason
    half_printed,
    not_sure,
};

/// The hall's ticket printer, by its own word; nothing where there is none.
const DeviceStatus* ticket_printer(const HallStatus& status);
/// `waited_ms`: how long this page has waited for the paper.
SlipStand slip_stand(const TicketView& view, const HallStatus& status, std::int64_t waited_ms);
/// The number is not on paper: the page says how to go on without.
bool went_wrong(SlipStand stand);
Notice slip_notice(Ui& ui, const TicketView& view, SlipStand stand, std::int64_t waited_ms);

}  // namespace linli::kiosk
