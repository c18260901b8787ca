// SPDX-License-Identifier: Apache-2.0
#include "hall/machine/network.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "tests/support/temp_folder.h"

using namespace linli;
using namespace linli::support;

namespace {

constexpr const char* head =
    "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT                  \n";

}  // namespace

TEST_CASE("the default route with the lowest metric is found, and its gateway is read as people write it") {
    const std::string routes = std::string(head) +
                               "wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
                               "enp1s0\t00000000\tFE00A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n"
                               "enp1s0\t0000A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0\n";
    const auto route = default_route_of(routes);
    REQUIRE(route.has_value());
    CHECK(route->interface == "enp1s0");
    CHECK(route->gateway == "192.168.0.254");
}

TEST_CASE("without a default route, with nonsense or nothing at all there is none") {
    CHECK_FALSE(default_route_of("").has_value());
    CHECK_FALSE(default_route_of(head).has_value());
    CHECK_FALSE(default_route_of("x y z\n\0\n").has_value());
    CHECK(default_route_of("eth0 00000000 nonsense 3 0 0 0 00000000")->gateway.empty());
}

TEST_CASE("interfaces come sorted, with their link, without the loopback, and no more than eight") {
    const TempFolder folder;
    const std::filesystem::path net = folder.file("net");
    for (const char* name : {"lo", "wlan9", "enp1s0", "a1", "a2", "a3", "a4", "a5", "a6", "a7"})
        std::filesystem::create_directories(net / name);
    write_file((net / "enp1s0" / "operstate").string(), "up\n");
    write_file((net / "a1" / "operstate").string(), "down\n");
    const NetworkFacts facts = read_network({net, folder.file("none")});
    CHECK(facts.interfaces.size() == 8);
    CHECK(facts.interfaces.front().name == "a1");
    CHECK(facts.interfaces.front().link == NetworkInterface::Link::down);
    for (const auto& one : facts.interfaces) CHECK(one.name != "lo");
    CHECK_FALSE(facts.route.has_value());
    CHECK_FALSE(facts.connected());
}

TEST_CASE("a box is connected where a link that is not down has an address") {
    NetworkFacts facts;
    facts.interfaces = {{"enp1s0", NetworkInterface::Link::down, {"192.168.1.2"}}};
    CHECK_FALSE(facts.connected());
    facts.interfaces.push_back({"wlan0", NetworkInterface::Link::up, {}});
    CHECK_FALSE(facts.connected());
    facts.interfaces[1].addresses = {"192.168.1.3"};
    CHECK(facts.connected());
}
