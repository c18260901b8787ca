// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/printer_status.h"

#include <catch2/catch_test_macros.hpp>
#include <stop_token>

#include "kiosk/printer/open_link.h"
#include "tests/support/printer_peer.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::kiosk;
using namespace linli::support;

namespace {

constexpr int answer_ms = 500;

std::optional<PrinterState> meaning(std::uint8_t online, std::uint8_t cause, std::uint8_t trouble, std::uint8_t paper) {
    return read_status({online, cause, trouble, paper});
}

std::unique_ptr<PrinterLink> link_to(const PrinterPeer& peer) {
    return value_of(open_link(parse_printer_address(peer.address()).value(), std::stop_token{}));
}

}  // namespace

TEST_CASE("the four answers are read after Epson's reference") {
    CHECK(meaning(0x12, 0x12, 0x12, 0x12) == PrinterState::ready);
    CHECK(meaning(0x12, 0x12, 0x12, 0x1E) == PrinterState::paper_near_end);
    CHECK(meaning(0x1A, 0x32, 0x12, 0x7E) == PrinterState::paper_out);
    CHECK(meaning(0x1A, 0x12, 0x12, 0x72) == PrinterState::paper_out);
    CHECK(meaning(0x1A, 0x16, 0x12, 0x12) == PrinterState::cover_open);
    CHECK(meaning(0x1A, 0x36, 0x12, 0x72) == PrinterState::cover_open);
    CHECK(meaning(0x1A, 0x52, 0x1A, 0x12) == PrinterState::cutter_stuck);
    CHECK(meaning(0x1A, 0x52, 0x32, 0x12) == PrinterState::error);
    CHECK(meaning(0x1A, 0x12, 0x12, 0x12) == PrinterState::offline);
    // The drawer's pin and the feed button are no trouble.
    CHECK(meaning(0x16, 0x1A, 0x12, 0x12) == PrinterState::ready);
}

TEST_CASE("answers that cannot be are none") {
    for (const int wrong : {0x00, 0xFF, 0x11, 0x13, 0x10, 0x02, 0x92, 0x93, 0x41}) {
        INFO(wrong);
        const auto byte = static_cast<std::uint8_t>(wrong);
        CHECK_FALSE(has_fixed_bits(byte));
        CHECK_FALSE(meaning(byte, 0x12, 0x12, 0x12).has_value());
        CHECK_FALSE(meaning(0x12, 0x12, 0x12, byte).has_value());
    }
}

TEST_CASE("a printer is asked over a serial line and over the network") {
    for (const auto wire : {PrinterPeer::Wire::serial, PrinterPeer::Wire::tcp}) {
        PrinterPeer peer(wire);
        const auto link = link_to(peer);
        CHECK(value_of(ask_status(*link, answer_ms)) == PrinterState::ready);
        peer.behave({.near_end = true});
        CHECK(value_of(ask_status(*link, answer_ms)) == PrinterState::paper_near_end);
        peer.behave({.paper_out = true});
        CHECK(value_of(ask_status(*link, answer_ms)) == PrinterState::paper_out);
        peer.behave({.cover_open = true});
        CHECK(value_of(ask_status(*link, answer_ms)) == PrinterState::cover_open);
        peer.behave({.cutter_stuck = true});
        CHECK(value_of(ask_status(*link, answer_ms)) == PrinterState::cutter_stuck);
        peer.behave({.offline = true});
        CHECK(value_of(ask_status(*link, answer_ms)) == PrinterState::offline);
        peer.behave({.answers = PrinterPeer::Answers::nonsense});
        CHECK_FALSE(value_of(ask_status(*link, answer_ms)).has_value());
        peer.behave({.answers = PrinterPeer::Answers::nothing});
        CHECK_FALSE(value_of(ask_status(*link, 50)).has_value());
        peer.unplug();
        CHECK(error_of(ask_status(*link, answer_ms)) == "io");
    }
}

TEST_CASE("a printer that is not there cannot be opened, and says so at once") {
    const auto refused = [](const char* address) {
        return error_of(open_link(parse_printer_address(address).value(), std::stop_token{}));
    };
    CHECK(refused("usb:/dev/usb/lp_of_nobody") == "missing");
    CHECK(refused("serial:/dev/ttyOfNobody:9600") == "missing");
    CHECK(refused("serial:/dev/null:9600") == "io");
    CHECK(refused("tcp:127.0.0.1:1") == "io");
}

TEST_CASE("a serial line on which something answers as a printer does is found by itself") {
    PrinterPeer peer(PrinterPeer::Wire::serial);
    const std::string file = parse_printer_address(peer.address())->place;
    const auto folder = std::filesystem::path(file).parent_path();
    const FoundPrinter found = value_of(find_printer(folder, std::stop_token{}));
    CHECK(found.address.kind == PrinterAddress::Kind::serial);
    CHECK(found.address.place == file);
    peer.behave({.answers = PrinterPeer::Answers::nonsense});
    CHECK(error_of(find_printer(folder, std::stop_token{})) == "missing");
    const TempFolder empty;
    CHECK(error_of(find_printer(empty.path(), std::stop_token{})) == "missing");
}
