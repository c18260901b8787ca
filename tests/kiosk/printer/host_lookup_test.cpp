// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/host_lookup.h"

#include <netinet/in.h>

#include <catch2/catch_test_macros.hpp>

#include "tests/kiosk/support/short_slips.h"

namespace linli::kiosk::testing {
namespace {

using namespace linli::support;

constexpr int patience_ms = 3000;

}  // namespace

TEST_CASE("a host's number is its address, of either kind, without asking anybody") {
    std::stop_source stopped;
    stopped.request_stop();  // whoever asked would be told to stop
    const auto four = look_up_host("192.168.1.50", 9100, patience_ms, stopped.get_token());
    REQUIRE(four.has_value());
    REQUIRE(four->size() == 1);
    CHECK(four->front().storage.ss_family == AF_INET);
    CHECK(reinterpret_cast<const sockaddr_in&>(four->front().storage).sin_port == htons(9100));
    const auto six = look_up_host("fd00::50", 9100, patience_ms, stopped.get_token());
    REQUIRE(six.has_value());
    CHECK(six->front().storage.ss_family == AF_INET6);
}

TEST_CASE("a name that nobody knows has no address, and whoever is to stop does not wait for one") {
    CHECK_FALSE(look_up_host("no-such-printer.invalid", 9100, patience_ms, {}).has_value());
    std::stop_source stopped;
    stopped.request_stop();
    const auto unasked = look_up_host("no-such-printer.invalid", 9100, patience_ms, stopped.get_token());
    REQUIRE_FALSE(unasked.has_value());
}

TEST_CASE("a printer is reached by its name") {
    FakeClock clock;
    PrinterPeer peer(PrinterPeer::Wire::tcp);
    const std::string address = peer.address();
    PrinterSettings settings;
    settings.address = parse_printer_address("tcp:localhost" + address.substr(address.rfind(':'))).value();
    TicketPrinter printer(clock, test_pace(), "/nowhere");
    printer.use(settings);
    CHECK(printer.look({}) == PrinterState::ready);
}

}  // namespace linli::kiosk::testing
