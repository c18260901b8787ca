// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/slip_notice.h"

#include <algorithm>

namespace linli::kiosk {
namespace {

// Longer than any slip takes: whoever still sees "printing" then waits for nothing.
constexpr std::int64_t patience_ms = 20'000;
// A slip takes about four seconds. The bar stays short of its end until the printer has said so.
constexpr float usual_ms = 4'000;
constexpr float unproved_share_max = 0.92F;

SlipStand stand_of_printer(const DeviceStatus& printer) {
    if (printer.detail == "paper_out") return SlipStand::paper_out;
    if (printer.detail == "cover_open") return SlipStand::cover_open;
    if (printer.detail == "cutter_stuck") return SlipStand::cutter_stuck;
    return SlipStand::unreachable;
}

SlipStand stand_of_failed(const PrintJob& slip) {
    const SlipTrouble trouble = slip.trouble.value_or(SlipTrouble::not_sure);
    const bool half = trouble == SlipTrouble::half_printed || trouble == SlipTrouble::link_lost ||
                      trouble == SlipTrouble::stalled || trouble == SlipTrouble::interrupted;
    if (half) return SlipStand::half_printed;
    return trouble == SlipTrouble::not_sure ? SlipStand::not_sure : SlipStand::unreachable;
}

const char* title_key(SlipStand stand) {
    switch (stand) {
        case SlipStand::printing:
            return "ticket.slip_printing";
        case SlipStand::printed:
            return "ticket.slip_printed";
        case SlipStand::paper_out:
            return "ticket.slip_paper_out";
        case SlipStand::cover_open:
            return "ticket.slip_cover_open";
        case SlipStand::cutter_stuck:
            return "ticket.slip_cutter_stuck";
        case SlipStand::half_printed:
            return "ticket.slip_half";
        case SlipStand::not_sure:
            return "ticket.slip_not_sure";
        case SlipStand::unreachable:
        case SlipStand::none:
            break;
    }
    return "ticket.slip_unreachable";
}

Notice no_paper(Ui& ui, const TicketView& view) {
    const bool larger = ui.modes().larger(), as_wished = ui.session().paper == Paper::none;
    return {.kind = NoticeKind::info,
            .title = ui.t(larger      ? "ticket.no_paper_larger"
                          : as_wished ? "ticket.no_paper_wanted"
                                      : "ticket.no_paper"),
            .text = ui.t(larger ? "ticket.no_paper_note_larger" : "ticket.no_paper_note",
                         {{"code", view.ticket.check_code}}),
            .icon = "print_disabled"};
}

}  // namespace

const DeviceStatus* ticket_printer(const HallStatus& status) {
    for (const DeviceStatus& device : status.devices)
        if (device.device == Device::printer && device.health != DeviceHealth::absent) return &device;
    return nullptr;
}

SlipStand slip_stand(const TicketView& view, const HallStatus& status, std::int64_t waited_ms) {
    if (!view.slip) return SlipStand::none;
    switch (view.slip->state) {
        case PrintState::printed:
            return SlipStand::printed;
        case PrintState::failed:
            return stand_of_failed(*view.slip);
        case PrintState::dropped:
            return SlipStand::unreachable;
        case PrintState::queued: {
            const DeviceStatus* printer = ticket_printer(status);
            if (!printer) return SlipStand::unreachable;
            if (printer->health == DeviceHealth::bad) return stand_of_printer(*printer);
            return waited_ms < patience_ms ? SlipStand::printing : SlipStand::unreachable;
        }
        case PrintState::printing:
            break;
    }
    return waited_ms < patience_ms ? SlipStand::printing : SlipStand::not_sure;
}

bool went_wrong(SlipStand stand) { return stand > SlipStand::printed; }

Notice slip_notice(Ui& ui, const TicketView& view, SlipStand stand, std::int64_t waited_ms) {
    if (stand == SlipStand::none) return no_paper(ui, view);
    Notice notice{.kind = NoticeKind::success, .title = ui.t(title_key(stand)), .icon = "print"};
    if (!went_wrong(stand)) {
        notice.text = ui.t(stand == SlipStand::printed ? "ticket.slip_printed_note" : "ticket.slip_printing_note");
        if (stand == SlipStand::printing)
            notice.progress = std::min(unproved_share_max, static_cast<float>(waited_ms) / usual_ms);
        return notice;
    }
    notice.kind = NoticeKind::warning;
    notice.icon = "print_disabled";
    notice.text = ui.t(ui.modes().larger() ? "ticket.slip_wrong_note_larger" : "ticket.slip_wrong_note",
                       {{"code", view.ticket.check_code}});
    return notice;
}

}  // namespace linli::kiosk
