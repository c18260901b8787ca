// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "hall/acts/end_printing.h"
#include "hall/acts/kept_hall.h"
#include "hall/base/live_mark.h"
#include "hall/queue/device.h"
#include "kiosk/printer/slip_writer.h"
#include "kiosk/printer/ticket_printer.h"

namespace linli::kiosk {

/// Where a paper has come to. Tests end the program at each of them.
enum class PrintStep : std::uint8_t { chosen, begun, half_sent, sent, looked_after, ended };

/// What the spooler does, one round at a time and without a thread of its own: recover what a predecessor left, choose
/// the next paper, look at the printer, begin, send, look again, end. The database says what was begun before the first
/// byte goes, so that whatever happens in between, no paper comes out twice without saying so.
class SpoolerWork {
public:
    struct Parts {
        std::filesystem::path database;
        const Clock& clock;
        SlipWriter& slips;
        std::string place = "kiosk";
        std::filesystem::path devices = "/dev";  ///< where an unnamed printer is looked for
        PrinterPace pace{};
        std::function<void(PrintStep)> on_step = [](PrintStep) {};
    };
    explicit SpoolerWork(Parts parts);

    enum class Wake : std::uint8_t { by_time, asked };
    /// One round. Waits only for the printer, and not when `stop` is asked for.
    void round(Wake wake, const std::stop_token& stop);

private:
    struct Ended {
        std::string job;
        PrintingEnd end;
    };

    bool keep_open();
    void drop_hall(const Error& error);
    Status work(Wake wake, const std::stop_token& stop);
    Status start();
    Status write_down_end();
    Status look(const std::stop_token& stop);
    Status print_waiting(const std::stop_token& stop);
    Result<std::string> bytes_for(const PrintJob& job);
    Status print(const PrintJob& job, const std::stop_token& stop);
    Status do_test(DeviceRequest request, const std::stop_token& stop);
    Status report();
    TicketPrinter::Outcome send(const std::string& bytes, const std::stop_token& stop);

    const Parts parts_;
    TicketPrinter printer_;
    KeptHall hall_;
    std::optional<LiveMark> mark_;  ///< others see that somebody speaks for the printer
    std::int64_t change_mark_ = -1;
    std::int64_t looked_boot_ms_ = 0;
    std::optional<Ended> ended_;  ///< not written down yet
    bool started_ = false;
    bool waiting_ = false;  ///< papers wait for the printer
};

}  // namespace linli::kiosk
