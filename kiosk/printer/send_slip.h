// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <stop_token>
#include <string_view>

#include "kiosk/printer/printer_link.h"

namespace linli::kiosk {

/// How fast things go around a printer; tests go faster.
struct PrinterPace {
    int answer_ms = 400;              ///< a printer that answers does so in a tenth of it
    int no_progress_ms_max = 10'000;  ///< a peer that takes nothing for so long is given up
    int slip_ms_max = 60'000;         ///< one that takes a byte now and then holds up nobody longer
    int settle_ms = 1500;             ///< how long a slip comes out after its last byte was taken
    int look_every_ms = 250;          ///< how often it is asked meanwhile
    int silent_ms_max = 2000;         ///< one that used to answer, and does not after a slip
    std::size_t chunk_bytes = 512;    ///< handed over at once
    int stop_grace_ms = 600;          ///< when the program ends: a slip that is nearly out comes out
};

/// What became of the bytes.
struct SendOutcome {
    enum class End : std::uint8_t { all, stalled, lost, stopped } end = End::all;
    std::size_t sent = 0;  ///< that were taken from us: with none, nothing was printed
};

/// Hands the bytes over and waits until they have left this machine. `on_sent` hears how many were taken so far.
SendOutcome send_slip(PrinterLink& link, std::string_view bytes, const PrinterPace& pace, const std::stop_token& stop,
                      const std::function<void(std::size_t)>& on_sent);

}  // namespace linli::kiosk
