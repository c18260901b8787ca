// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/printer_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace linli {
namespace {

constexpr std::size_t text_bytes_max = 200;
constexpr std::array baud_rates{1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400};

std::optional<int> number_in(std::string_view text, int from, int to) {
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size() || number < from || number > to) return {};
    return number;
}

std::optional<PrinterAddress> serial_address(std::string_view rest) {
    const std::size_t colon = rest.rfind(':');
    if (colon == std::string_view::npos || rest.front() != '/') return {};
    const auto rate = number_in(rest.substr(colon + 1), 1, 4'000'000);
    if (!rate || !is_baud_rate(*rate)) return {};
    return PrinterAddress{PrinterAddress::Kind::serial, std::string(rest.substr(0, colon)), *rate};
}

bool is_host_number(const std::string& host) {
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    return inet_pton(AF_INET, host.c_str(), bytes.data()) == 1 || inet_pton(AF_INET6, host.c_str(), bytes.data()) == 1;
}

constexpr bool is_letter(char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); }
constexpr bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

// A label of a host's name (RFC 1123).
bool is_label(std::string_view label) {
    constexpr std::size_t label_bytes_max = 63;
    return !label.empty() && label.size() <= label_bytes_max && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, [](char sign) { return is_letter(sign) || is_digit(sign) || sign == '-'; });
}

// The last label has a letter: otherwise it is a mistyped number, such as 192.168.1.500.
bool is_host_name(std::string_view host) {
    while (true) {
        const std::size_t dot = host.find('.');
        const std::string_view label = host.substr(0, dot);
        if (!is_label(label)) return false;
        if (dot == std::string_view::npos) return std::ranges::any_of(label, is_letter);
        host.remove_prefix(dot + 1);
    }
}

std::optional<PrinterAddress> tcp_address(std::string_view rest) {
    const std::size_t colon = rest.rfind(':');
    if (colon == std::string_view::npos) return {};
    std::string_view host = rest.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    const auto port = number_in(rest.substr(colon + 1), 1, 65535);
    const std::string named(host);
    if (!port || !(is_host_number(named) || is_host_name(named))) return {};
    return PrinterAddress{PrinterAddress::Kind::tcp, named, *port};
}

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> values) {
    return std::ranges::find(values, value) != values.end();
}

}  // namespace

bool is_baud_rate(int bits_per_second) { return std::ranges::find(baud_rates, bits_per_second) != baud_rates.end(); }

std::optional<PrinterAddress> parse_printer_address(std::string_view text) {
    if (text.empty()) return PrinterAddress{};
    if (text.size() > text_bytes_max || text.find('\0') != std::string_view::npos) return {};
    if (text == "none") return PrinterAddress{PrinterAddress::Kind::none, {}, 0};
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return {};
    const std::string_view kind = text.substr(0, colon), rest = text.substr(colon + 1);
    if (rest.empty()) return {};
    if (kind == "usb" && rest.front() == '/') return PrinterAddress{PrinterAddress::Kind::usb, std::string(rest), 0};
    if (kind == "serial") return serial_address(rest);
    if (kind == "tcp") return tcp_address(rest);
    return {};
}

std::string PrinterAddress::text() const {
    switch (kind) {
        case Kind::looked_for:
            return {};
        case Kind::none:
            return "none";
        case Kind::usb:
            return "usb:" + place;
        case Kind::serial:
            return "serial:" + place + ":" + std::to_string(number);
        case Kind::tcp:
            break;
    }
    const bool version_6 = place.find(':') != std::string::npos;
    return "tcp:" + (version_6 ? "[" + place + "]" : place) + ":" + std::to_string(number);
}

SettingCheck check_device_setting(std::string_view name, std::string_view value) {
    const auto checked = [](bool good) { return good ? SettingCheck::good : SettingCheck::wrong_value; };
    if (name == "printer.address") return checked(!value.empty() && parse_printer_address(value).has_value());
    if (name == "printer.width") return checked(is_one_of(value, {"576", "384"}));
    if (name == "printer.lettering") return checked(is_one_of(value, {"auto", "drawn", "printers_own"}));
    if (name == "printer.paper") return checked(is_one_of(value, {"on", "off"}));
    if (name == "sound.volume" || name == "guidance.volume") return checked(number_in(value, 0, 100).has_value());
    if (name == "voice.folder") return checked(value.starts_with('/'));
    if (name == "guidance.device") return checked(!value.empty());
    return SettingCheck::unknown_name;
}

}  // namespace linli
