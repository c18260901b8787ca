// SPDX-License-Identifier: Apache-2.0
#include "hall/machine/network.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

namespace linli {
namespace {

constexpr std::size_t interfaces_max = 8, interfaces_read_max = 64, addresses_max = 4, routes_bytes_max = 65'536;

std::string first_bytes(const std::filesystem::path& path, std::size_t most) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes(most, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(most));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return bytes;
}

NetworkInterface::Link link_of(const std::filesystem::path& interface) {
    const std::string state = first_bytes(interface / "operstate", 32);
    if (state.starts_with("up")) return NetworkInterface::Link::up;
    if (state.starts_with("down") || state.starts_with("lowerlayerdown") || state.starts_with("notpresent"))
        return NetworkInterface::Link::down;
    return NetworkInterface::Link::unknown;
}

std::string text_of(const sockaddr& address) {
    char text[INET6_ADDRSTRLEN] = {};
    if (address.sa_family == AF_INET) {
        const auto& ipv4 = reinterpret_cast<const sockaddr_in&>(address);
        return inet_ntop(AF_INET, &ipv4.sin_addr, text, sizeof text) ? text : "";
    }
    const auto& ipv6 = reinterpret_cast<const sockaddr_in6&>(address);
    if (IN6_IS_ADDR_LINKLOCAL(&ipv6.sin6_addr)) return "";
    return inet_ntop(AF_INET6, &ipv6.sin6_addr, text, sizeof text) ? text : "";
}

std::map<std::string, std::vector<std::string>> addresses_by_name() {
    std::map<std::string, std::vector<std::string>> found;
    ifaddrs* all = nullptr;
    if (getifaddrs(&all) != 0) return found;
    for (const ifaddrs* one = all; one != nullptr; one = one->ifa_next) {
        if (one->ifa_addr == nullptr || (one->ifa_flags & IFF_LOOPBACK) != 0) continue;
        if (one->ifa_addr->sa_family != AF_INET && one->ifa_addr->sa_family != AF_INET6) continue;
        auto& addresses = found[one->ifa_name];
        if (std::string text = text_of(*one->ifa_addr); !text.empty() && addresses.size() < addresses_max)
            addresses.push_back(std::move(text));
    }
    freeifaddrs(all);
    return found;
}

// The kernel writes an IPv4 address as the eight digits of the number that lies in memory.
std::string gateway_of(const std::string& digits) {
    in_addr address{};
    try {
        address.s_addr = static_cast<in_addr_t>(std::stoul(digits, nullptr, 16));
    } catch (const std::exception&) {
        return "";
    }
    char text[INET_ADDRSTRLEN] = {};
    return inet_ntop(AF_INET, &address, text, sizeof text) ? text : "";
}

}  // namespace

bool NetworkFacts::connected() const {
    return std::ranges::any_of(interfaces, [](const NetworkInterface& one) {
        return one.link != NetworkInterface::Link::down && !one.addresses.empty();
    });
}

std::optional<DefaultRoute> default_route_of(std::string_view routes) {
    std::istringstream lines{std::string(routes)};
    std::string line;
    std::optional<DefaultRoute> best;
    long best_metric = 0;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::string interface, destination, gateway, flags, references, use, mask;
        long metric = 0;
        if (!(words >> interface >> destination >> gateway >> flags >> references >> use >> metric >> mask)) continue;
        if (destination != "00000000" || mask != "00000000") continue;
        if (best && metric >= best_metric) continue;
        best = DefaultRoute{interface, gateway_of(gateway)};
        best_metric = metric;
    }
    return best;
}

NetworkFacts read_network(const NetworkSources& sources) {
    NetworkFacts facts;
    const auto addresses = addresses_by_name();
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(sources.interfaces, problem)) {
        const std::string name = entry.path().filename().string();
        if (name == "lo" || facts.interfaces.size() >= interfaces_read_max) continue;
        NetworkInterface one{.name = name, .link = link_of(entry.path())};
        if (const auto found = addresses.find(name); found != addresses.end()) one.addresses = found->second;
        facts.interfaces.push_back(std::move(one));
    }
    std::ranges::sort(facts.interfaces, {}, &NetworkInterface::name);
    if (facts.interfaces.size() > interfaces_max) facts.interfaces.resize(interfaces_max);
    facts.route = default_route_of(first_bytes(sources.routes, routes_bytes_max));
    return facts;
}

}  // namespace linli
