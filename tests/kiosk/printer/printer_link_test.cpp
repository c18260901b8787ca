// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/printer_link.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cerrno>
#include <chrono>

#include "kiosk/printer/open_link.h"
#include "tests/support/printer_peer.h"
#include "tests/support/test_hall.h"

namespace linli::kiosk::testing {

using namespace linli::support;

TEST_CASE("a USB printer's file that says it ends is silence, and is not asked in a circle") {
    const int ends_at_once = open("/dev/null", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    REQUIRE(ends_at_once >= 0);
    DescriptorLink link(ends_at_once, DescriptorLink::Wire::usb);
    const auto before = std::chrono::steady_clock::now();
    for (int i = 0; i < 5; ++i) CHECK(value_of(link.read_some(20)).empty());
    CHECK(std::chrono::steady_clock::now() - before >= std::chrono::milliseconds(90));
}

TEST_CASE("a serial line is nobody else's while it is open, and everybody's again afterwards") {
    const PrinterPeer peer(PrinterPeer::Wire::serial);
    const PrinterAddress address = parse_printer_address(peer.address()).value();
    const auto is_exclusive = [&] {
        const int other = open(address.place.c_str(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
        if (other < 0) return errno == EBUSY;
        int exclusive = 0;
        ioctl(other, TIOCGEXCL, &exclusive);  // root may open it all the same
        close(other);
        return exclusive != 0;
    };
    CHECK_FALSE(is_exclusive());
    auto link = value_of(open_link(address, {}));
    CHECK(is_exclusive());
    link.reset();
    CHECK_FALSE(is_exclusive());
}

}  // namespace linli::kiosk::testing
