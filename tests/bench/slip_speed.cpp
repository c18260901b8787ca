// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/slip_speed.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include "hall/acts/care_for_device.h"
#include "hall/acts/take_number.h"
#include "hall/base/uuid.h"
#include "hall/papers/ticket_slip.h"
#include "kiosk/printer/slip_bytes.h"
#include "kiosk/printer/spooler.h"
#include "tests/bench/busy_content.h"
#include "tests/bench/figures.h"
#include "tests/support/printer_peer.h"

namespace linli::bench {
namespace {

using namespace linli::kiosk;

constexpr double bound_ms = 20;
constexpr int numbers = 400;

TicketView number_of(const HallContent& content, int number) {
    const Matter& matter = content.matters[static_cast<std::size_t>(number) % content.matters.size()];
    TicketView view;
    view.ticket.letter = matter.line;
    view.ticket.number = number;
    view.ticket.matter = matter.id;
    view.ticket.priority = number % 3 == 0 ? "elder" : "";
    view.ticket.check_code = fmt::format("{:04}", number * 37 % 10000);
    view.people_ahead = number % 40;
    view.wait = WaitRange{number % 40, number % 40 + 8};
    view.counters = {1, 2, 3};
    return view;
}

bool bench_form(const SlipPress& press, const HallContent& content, const char* name, const PrinterForm& form) {
    std::vector<double> lengths_ms;
    double first_ms = 0;
    const LocalTime now{{2026, 11, 23}, 1, 582, 0};
    for (int number = 1; number <= numbers; ++number) {
        const TicketView view = number_of(content, number);
        const double before = now_seconds();
        const auto bytes =
            press.bytes(ticket_slip({content, view, number % 10 == 0 ? Language::en : Language::zh, now}), form);
        const double length_ms = (now_seconds() - before) * 1000;
        if (!bytes) return false;
        if (number == 1) first_ms = length_ms;
        lengths_ms.push_back(length_ms);
    }
    print_figure(fmt::format("a slip's bytes, {} (half of them)", name), percentile(lengths_ms, 0.5), "ms");
    const bool first = print_row(fmt::format("the first slip's bytes, {}, of 20 ms", name), first_ms / bound_ms, "",
                                 Budget::at_most, 1);
    return print_row(fmt::format("a slip's bytes, {}, of 20 ms (99 %)", name), percentile(lengths_ms, 0.99) / bound_ms,
                     "", Budget::at_most, 1) &&
           first;
}

template <class Holds>
bool soon(Holds holds) {
    for (int waited_ms = 0; waited_ms < 10'000; waited_ms += 2) {
        if (holds()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return false;
}

// The whole way: the spooler is woken as the kiosk wakes it, finds the paper, asks the printer how it is, presses the
// slip and writes down that it begins; then the first byte goes.
bool bench_from_commit() {
    constexpr int papers = 60;
    const ScratchFolder folder;
    const SystemClock clock;
    support::PrinterPeer printer(support::PrinterPeer::Wire::tcp);
    auto opened = Hall::create(folder.file("hall.db"), clock, Actor{"bench"}, busy_content());
    if (!opened) return false;
    Hall& hall = **opened;
    if (!set_device(hall, "printer.address", printer.address())) return false;
    if (!report_device(hall, {"kiosk", Device::printer, DeviceHealth::good, "ready", 0})) return false;
    PressedSlips slips;
    std::atomic<double> begun = 0;
    std::atomic<int> ended = 0;
    SpoolerWork::Parts parts{.database = folder.file("hall.db"), .clock = clock, .slips = slips};
    parts.on_step = [&](PrintStep step) {
        if (step == PrintStep::begun) begun = now_seconds();
        if (step == PrintStep::ended) ++ended;
    };
    Spooler spooler(std::move(parts));
    if (!soon([&] { return printer.questions() > 0; })) return false;
    const auto content = hall.content();
    if (!content) return false;
    std::vector<double> lengths_ms;
    for (int number = 0; number < papers; ++number) {
        TakeNumber request{(*content)->matters.front().id, {}, new_uuid(clock.wall_ms()), {}};
        request.paper = Paper::wanted;
        request.place = "kiosk";
        begun = 0;
        const auto issued = issue_number(hall, request);
        if (!issued || !*issued) return false;
        const double committed = now_seconds();
        spooler.wake();
        // The one before is out of the printer and written down: the next resident stands there.
        if (!soon([&] { return ended.load() == number + 1; })) return false;
        // The first one also opens fonts, as after a start.
        if (number > 0) lengths_ms.push_back((begun.load() - committed) * 1000);
    }
    print_figure("number committed to its slip's first byte, median", percentile(lengths_ms, 0.5), "ms");
    return print_row("number committed to its slip's first byte, of 20 ms (99 %)",
                     percentile(lengths_ms, 0.99) / bound_ms, "", Budget::at_most, 1);
}

}  // namespace

bool bench_slips() {
    const double before = now_seconds();
    const auto press = SlipPress::open();
    const auto content = parse_hall_content(embedded_content());
    if (!press || !content) return false;
    print_figure("the press is open and warm", (now_seconds() - before) * 1000, "ms");
    bool holds = bench_form(**press, *content, "drawn, 80 mm", {576, Lettering::drawn});
    holds &= bench_form(**press, *content, "drawn, 58 mm", {384, Lettering::drawn});
    holds &= bench_form(**press, *content, "own letters, 80 mm", {576, Lettering::printers_own});
    holds &= bench_from_commit();
    return holds;
}

}  // namespace linli::bench
