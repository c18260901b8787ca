// SPDX-License-Identifier: Apache-2.0
#include "console/network_names.h"

#include <arpa/inet.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "hall/machine/network.h"

namespace linli::console {
namespace {

bool is_address(const std::string& text) {
    std::array<unsigned char, 16> bytes{};
    return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 || inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

std::string machine_name() {
    std::array<char, 256> name{};
    if (gethostname(name.data(), name.size() - 1) != 0) return {};
    return name.data();
}

void add(std::vector<std::string>& list, const std::string& text) {
    if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

}  // namespace

web::CertificateWishes certificate_wishes(const CommandLine& order) {
    web::CertificateWishes wishes{.folder = order.certificates, .hall_name = "Linli", .names = {}, .addresses = {}};
    for (const std::string& name : order.names) add(is_address(name) ? wishes.addresses : wishes.names, name);
    if (const std::string machine = machine_name(); !machine.empty() && machine.size() <= 60) {
        add(wishes.names, machine);
        if (machine.find('.') == std::string::npos) add(wishes.names, machine + ".local");
    }
    add(wishes.names, "localhost");
    for (const NetworkInterface& interface : read_network().interfaces)
        for (const std::string& address : interface.addresses) add(wishes.addresses, address);
    add(wishes.addresses, "127.0.0.1");
    return wishes;
}

std::string shown_name(const web::CertificateWishes& wishes) {
    for (const std::string& address : wishes.addresses)
        if (address.find(':') == std::string::npos && address != "127.0.0.1") return address;
    return wishes.names.empty() ? "127.0.0.1" : wishes.names.front();
}

}  // namespace linli::console
