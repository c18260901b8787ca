// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include "hall/base/clock.h"
#include "hall/queue/print_job.h"
#include "kiosk/printer/printer_link.h"
#include "kiosk/printer/printer_settings.h"
#include "kiosk/printer/printer_status.h"
#include "kiosk/printer/send_slip.h"

namespace linli::kiosk {

/// The printer as the spooler has it: finds it, keeps the link, opens it again when it was lost, asks how it is, sends
/// slips. Knows nothing of halls and numbers. For the spooler's thread.
class TicketPrinter {
public:
    TicketPrinter(const Clock& clock, PrinterPace pace, std::filesystem::path devices);

    /// What it was set to; a change closes the link.
    void use(const PrinterSettings& settings);
    /// It was there before this program started: where it is not found now, somebody should know.
    void was_there() { was_there_ = true; }

    /// How it is now: opens the link where need and time are there, and asks.
    PrinterState look(const std::stop_token& stop);
    PrinterState state() const { return state_; }
    PrinterForm form() const { return settings_.form_for(used_); }

    /// What became of a slip.
    struct Outcome {
        enum class How : std::uint8_t { printed, failed, nothing_sent, stopped } how = How::printed;
        SlipTrouble trouble = SlipTrouble::not_sure;
    };
    /// Sends it and watches it come out. Only after look() gave a state that takes slips.
    Outcome print(std::string_view bytes, const std::stop_token& stop, const std::function<void(std::size_t)>& on_sent);

private:
    enum class Reopen : std::uint8_t { when_due, now };
    void keep_link(Reopen reopen, const std::stop_token& stop);
    Result<std::optional<PrinterState>> ask();
    PrinterState without_link() const;
    std::optional<Outcome> fill_up_cut_off_slip(const std::stop_token& stop);
    Outcome watch_it_come_out(const std::stop_token& stop);
    std::optional<Outcome> judge(const std::optional<PrinterState>& now);

    const Clock& clock_;
    const PrinterPace pace_;
    const std::filesystem::path devices_;
    PrinterSettings settings_;
    PrinterAddress used_;  ///< where the link leads; what was found by itself as well
    std::unique_ptr<PrinterLink> link_;
    PrinterState state_ = PrinterState::not_found;
    std::optional<std::int64_t> tried_boot_ms_;
    bool was_there_ = false;
    bool between_slips_ = false;  ///< the last slip came out whole, so that the printer waits for a command
    bool answers_ = false;        ///< it has answered since it was set so: silence now means something
};

}  // namespace linli::kiosk
