// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "hall/queue/device.h"
#include "kiosk/printer/printer_link.h"

namespace linli::kiosk {

/// How the printer is. The names are what device_state keeps and the text keys "device.printer.<name>" explain.
enum class PrinterState : std::uint8_t {
    ready,
    paper_near_end,
    paper_out,
    cover_open,
    offline,
    cutter_stuck,
    error,
    no_answer,     ///< it never says how it is, as many cheap ones: print and hope
    unplugged,     ///< it was there, or is named, and cannot be reached
    not_found,     ///< nobody named one and none was found
    switched_off,  ///< this hall wants no paper
};
const char* name_of(PrinterState state);
DeviceHealth health_of(PrinterState state);
/// May a slip be sent to it now?
bool takes_slips(PrinterState state);

/// What the four answers to DLE EOT 1 to 4 mean together (Epson's ESC/POS reference, "Transmit real-time status").
/// Each byte of an answer has fixed bits (x00x xx1x with bit 4 set); nothing where one of them is not so.
std::optional<PrinterState> read_status(const std::array<std::uint8_t, 4>& answers);
bool has_fixed_bits(std::uint8_t answer);

/// Asks the printer how it is. Nothing where it does not answer, or answers what cannot be. Error: io where the link is
/// lost.
Result<std::optional<PrinterState>> ask_status(PrinterLink& link, int wait_ms);
/// Does whatever is there answer DLE EOT 1 as a printer does? For lines on which anything may hang.
bool answers_as_printer(PrinterLink& link);

}  // namespace linli::kiosk
