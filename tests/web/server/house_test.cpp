// SPDX-License-Identifier: Apache-2.0
// How senders are counted. The tests' own connections all come from loopback, so the house is asked itself.
#include "web/server/house.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli::web;

namespace {

Peer peer(const std::string& address) { return {address, address.starts_with("127."), Peer::Way::tls}; }

}  // namespace

TEST_CASE("one address has so many connections, an IPv6 one with all of its /64, loopback as many as there are") {
    ServerLimits limits;
    limits.connections_per_address_max = 2;
    House house(limits, {});
    for (const char* address : {"192.0.2.1", "2001:db8:0:1::1"}) {
        CHECK(house.admit(peer(address)).empty());
        CHECK(house.admit(peer(address)).empty());
        CHECK(house.admit(peer(address)) == "connections_per_address");
    }
    CHECK(house.admit(peer("2001:db8:0:1:ffff::2")) == "connections_per_address");
    CHECK(house.admit(peer("2001:db8:0:2::1")).empty());
    CHECK(house.admit(peer("192.0.2.2")).empty());
    for (int i = 0; i < 10; ++i) CHECK(house.admit(peer("127.0.0.1")).empty());
}

TEST_CASE("handshakes wait for a slot, and one address has only some of them") {
    ServerLimits limits;
    limits.handshakes_max = 3;
    limits.handshakes_per_address_max = 2;
    House house(limits, {});
    using Slot = House::Slot;
    CHECK(house.take_handshake(peer("192.0.2.1")) == Slot::taken);
    CHECK(house.take_handshake(peer("192.0.2.1")) == Slot::taken);
    CHECK(house.take_handshake(peer("192.0.2.1")) == Slot::refused);
    CHECK(house.take_handshake(peer("192.0.2.2")) == Slot::taken);
    CHECK(house.take_handshake(peer("192.0.2.3")) == Slot::wait);
    house.give_back_handshake(peer("192.0.2.1"));
    CHECK(house.take_handshake(peer("192.0.2.3")) == Slot::taken);
}

TEST_CASE("a stopping house admits nobody") {
    House house({}, {});
    house.stopping = true;
    CHECK(house.admit(peer("127.0.0.1")) == "stopping");
}
