// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace linli {

/// One way out of the box, as the system knows it; the loopback is not one.
struct NetworkInterface {
    std::string name{};  ///< "enp1s0"
    enum class Link : std::uint8_t { up, down, unknown } link = Link::unknown;
    std::vector<std::string> addresses{};  ///< IPv4 and IPv6 without those that are only good on the wire (fe80::)
};

/// Where everything goes that is not for a neighbour.
struct DefaultRoute {
    std::string interface {};
    std::string gateway{};  ///< "192.168.1.1"
};

/// The box's network as it is now, looked up in the system alone: nothing is sent anywhere.
struct NetworkFacts {
    std::vector<NetworkInterface> interfaces{};  ///< sorted by name, at most eight
    std::optional<DefaultRoute> route{};

    /// Has a wire or a wireless link, and an address on it.
    bool connected() const;
};

/// Where the system tells; tests show others.
struct NetworkSources {
    std::filesystem::path interfaces = "/sys/class/net";
    std::filesystem::path routes = "/proc/net/route";
};
NetworkFacts read_network(const NetworkSources& sources = {});

/// Out of the text of /proc/net/route: the default route with the lowest metric.
std::optional<DefaultRoute> default_route_of(std::string_view routes);

}  // namespace linli
