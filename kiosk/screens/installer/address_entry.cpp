// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/installer/address_entry.h"

#include <charconv>
#include <string_view>

namespace linli::kiosk {
namespace {

constexpr std::size_t text_max = 21;  // "255.255.255.255:65535"
constexpr int usual_port = 9100;

std::optional<int> number_up_to(std::string_view digits, int most) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size() || value > most) return {};
    return value;
}

bool is_ipv4(std::string_view text) {
    for (int part = 0; part < 4; ++part) {
        const std::size_t dot = text.find('.');
        const bool last = part == 3;
        if (last != (dot == std::string_view::npos)) return false;
        if (!number_up_to(text.substr(0, dot), 255)) return false;
        if (!last) text.remove_prefix(dot + 1);
    }
    return true;
}

}  // namespace

void AddressEntry::press(char sign) {
    const bool fits = (sign >= '0' && sign <= '9') || sign == '.' || sign == ':';
    if (fits && text_.size() < text_max) text_.push_back(sign);
}

void AddressEntry::erase() {
    if (!text_.empty()) text_.pop_back();
}

std::optional<std::string> AddressEntry::complete() const {
    const std::string_view text = text_;
    const std::size_t colon = text.find(':');
    if (!is_ipv4(text.substr(0, colon))) return {};
    int port = usual_port;
    if (colon != std::string_view::npos) {
        const auto typed = number_up_to(text.substr(colon + 1), 65535);
        if (!typed || *typed == 0) return {};
        port = *typed;
    }
    return "tcp:" + std::string(text.substr(0, colon)) + ":" + std::to_string(port);
}

}  // namespace linli::kiosk
