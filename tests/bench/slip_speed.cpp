// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/slip_speed.h"

#include <fmt/format.h>

#include <algorithm>

#include "hall/papers/ticket_slip.h"
#include "kiosk/printer/slip_bytes.h"
#include "tests/bench/figures.h"

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
    return holds;
}

}  // namespace linli::bench
