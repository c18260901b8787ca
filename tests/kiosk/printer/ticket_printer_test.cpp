// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/ticket_printer.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/kiosk/support/short_slips.h"

namespace linli::kiosk::testing {
namespace {

using namespace linli::support;
using How = TicketPrinter::Outcome::How;
using Wire = PrinterPeer::Wire;

// More than any wire's buffers hold.
std::string long_slip(Wire wire) { return "\x1b@" + std::string(wire == Wire::tcp ? 24'000'000 : 200'000, '.'); }

PrinterSettings at(const PrinterPeer& peer) {
    PrinterSettings settings;
    settings.address = parse_printer_address(peer.address()).value();
    return settings;
}

TicketPrinter::Outcome print(TicketPrinter& printer, const std::string& bytes) {
    return printer.print(bytes, std::stop_token{}, [](std::size_t) {});
}

}  // namespace

TEST_CASE("a printer that takes nothing any more is given up, over every wire") {
    for (const Wire wire : {Wire::serial, Wire::tcp}) {
        const FakeClock clock;
        PrinterPeer peer(wire);
        TicketPrinter printer(clock, test_pace(), "/nowhere");
        printer.use(at(peer));
        REQUIRE(printer.look({}) == PrinterState::ready);
        peer.behave({.stands_still_after = 1000});
        const auto outcome = print(printer, long_slip(wire));
        CHECK(outcome.how == How::failed);
        CHECK(outcome.trouble == SlipTrouble::stalled);
        CHECK(printer.state() == PrinterState::offline);
    }
}

TEST_CASE("a link that was closed while nothing was said is opened again without anybody hearing of it") {
    FakeClock clock;
    PrinterPeer peer(Wire::tcp);
    TicketPrinter printer(clock, test_pace(), "/nowhere");
    printer.use(at(peer));
    REQUIRE(printer.look({}) == PrinterState::ready);
    peer.unplug();
    peer.plug_in();
    CHECK(printer.look({}) == PrinterState::ready);
}

TEST_CASE("that no printer is found is no fault, unless one was there") {
    FakeClock clock;
    const TempFolder nothing;
    TicketPrinter never(clock, test_pace(), nothing.path());
    CHECK(never.look({}) == PrinterState::not_found);
    TicketPrinter before(clock, test_pace(), nothing.path());
    before.was_there();
    CHECK(before.look({}) == PrinterState::unplugged);
}

TEST_CASE("a serial line has the printer's own letters unless the hall wants them drawn") {
    PrinterSettings settings;
    const PrinterAddress serial{PrinterAddress::Kind::serial, "/dev/ttyS0", 9600};
    const PrinterAddress usb{PrinterAddress::Kind::usb, "/dev/usb/lp0", 0};
    CHECK(settings.form_for(serial).lettering == Lettering::printers_own);
    CHECK(settings.form_for(usb).lettering == Lettering::drawn);
    settings.lettering = Lettering::drawn;
    CHECK(settings.form_for(serial).lettering == Lettering::drawn);
}

TEST_CASE("a real slip arrives at the printer byte for byte") {
    FakeClock clock;
    PrinterPeer peer(Wire::tcp);
    TicketPrinter printer(clock, test_pace(), "/nowhere");
    printer.use(at(peer));
    REQUIRE(printer.look({}) == PrinterState::ready);
    PressedSlips slips;
    const auto content = value_of(Result<HallContent>(parse_hall_content(embedded_content()).value()));
    const std::string bytes = value_of(slips.test(content, LocalTime{}, {576, Lettering::printers_own}));
    CHECK(print(printer, bytes).how == How::printed);
    std::string arrived;
    for (const auto& paper : peer.papers_and_rest()) arrived += paper.text;
    CHECK(arrived == bytes);
}

}  // namespace linli::kiosk::testing
