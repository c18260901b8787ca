// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/ieee1284_id.h"

#include <sys/ioctl.h>

#include <algorithm>
#include <array>

namespace linli::kiosk {
namespace {

constexpr std::size_t id_bytes_max = 1024;
// LPIOC_GET_DEVICE_ID of Linux's usblp driver, which no header exports.
constexpr unsigned long get_device_id = _IOC(_IOC_READ, 'P', 1, id_bytes_max);

std::string in_capitals(std::string_view text) {
    std::string capitals(text);
    for (char& sign : capitals)
        if (sign >= 'a' && sign <= 'z') sign = static_cast<char>(sign - 'a' + 'A');
    return capitals;
}

/// The value of one of these keys; empty where there is none.
std::string_view value_of(std::string_view id, std::string_view key, std::string_view long_key) {
    while (!id.empty()) {
        const std::size_t end = id.find(';');
        std::string_view field = id.substr(0, end);
        id.remove_prefix(end == std::string_view::npos ? id.size() : end + 1);
        while (field.starts_with(' ')) field.remove_prefix(1);
        const std::size_t colon = field.find(':');
        if (colon == std::string_view::npos) continue;
        if (field.substr(0, colon) == key || field.substr(0, colon) == long_key) return field.substr(colon + 1);
    }
    return {};
}

}  // namespace

std::string read_ieee1284_id(int descriptor) {
    std::array<char, id_bytes_max> bytes{};
    if (ioctl(descriptor, get_device_id, bytes.data()) < 0) return {};
    // Two bytes of length come first, themselves counted; printers differ in their order, so the text's end is looked
    // for.
    const auto begin = bytes.begin() + 2;
    return {begin, std::find(begin, bytes.end(), '\0')};
}

bool is_page_printer(std::string_view id) {
    constexpr std::array slips{"ESC/POS", "ESCPOS", "ESC/BEMA", "STAR"};
    constexpr std::array pages{"PCL", "PJL", "POSTSCRIPT", "PDF", "PWG", "URF", "ZJS", "XPS", "ESCPL", "GDI"};
    const std::string capitals = in_capitals(id);
    const std::string_view languages = value_of(capitals, "CMD", "COMMAND SET");
    const auto names = [&](std::string_view language) { return languages.find(language) != std::string_view::npos; };
    return std::ranges::none_of(slips, names) && std::ranges::any_of(pages, names);
}

}  // namespace linli::kiosk
