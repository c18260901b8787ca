// SPDX-License-Identifier: Apache-2.0
#include "kiosk/theme/theme_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace linli::kiosk {

namespace {

constexpr std::array role_names{
    "background",     "surface",     "surface_raised", "surface_sunk", "text",         "text_muted",
    "text_disabled",  "outline",     "outline_strong", "lip",          "focus",        "accent",
    "accent_pressed", "accent_text", "accent_soft",    "success",      "success_soft", "warning",
    "warning_soft",   "danger",      "danger_soft",    "scrim",        "ink",          "sky_top",
    "sky_bottom",     "roof_far",    "roof_mid",       "roof_near",    "window_lit",   "brand_warm"};
constexpr std::array board_names{"background", "surface",      "text",        "text_muted",   "outline",
                                 "number",     "notice",       "notice_text", "notice_muted", "notice_sign",
                                 "warning",    "warning_soft", "house"};
constexpr std::array set_names{"normal", "yellow_on_black", "black_on_white"};
constexpr std::array type_names{"caption",       "small",      "body",         "list",
                                "sub",           "heading",    "title",        "display",
                                "countdown",     "number",     "board_number", "board_long_number",
                                "board_counter", "board_code", "board_place",  "board_text"};

std::uint32_t hex_number(std::string_view digits, const std::string& field) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (error != std::errc{} || end != digits.data() + digits.size())
        throw std::invalid_argument(field + " is not a hexadecimal number");
    return value;
}

Rgba colour_of(const nlohmann::json& value, const std::string& field) {
    const auto text = value.get<std::string>();
    if ((text.size() != 7 && text.size() != 9) || text[0] != '#')
        throw std::invalid_argument(field + " is not a colour like #RRGGBB");
    std::uint32_t number = hex_number(std::string_view(text).substr(1), field);
    if (text.size() == 7) number = number << 8 | 0xFF;
    const auto byte = [number](int shift) { return static_cast<std::uint8_t>(number >> shift & 0xFF); };
    return {byte(24), byte(16), byte(8), byte(0)};
}

}  // namespace

Result<Theme> ThemeReader::read(std::string_view theme_json, std::string_view skyline_json) {
    try {
        const auto document = nlohmann::json::parse(theme_json);
        read_colours(document);
        read_lines(document);
        read_sizes(document);
        read_icons(document);
        read_skyline(nlohmann::json::parse(skyline_json));
    } catch (const std::exception& error) {
        return fail(ErrorCode::invalid_content, std::string("theme.json: ") + error.what());
    }
    return std::move(theme_);
}

void ThemeReader::read_colours(const nlohmann::json& document) {
    for (std::size_t set = 0; set < set_names.size(); ++set) {
        const auto& colours = document.at("colour").at(set_names[set]);
        auto& out = theme_.colours_[set];
        for (std::size_t role = 0; role < role_names.size(); ++role)
            out[role] = colour_of(colours.at(role_names[role]), role_names[role]);
        out[static_cast<std::size_t>(Role::qr_dark)] = {0, 0, 0, 255};
        out[static_cast<std::size_t>(Role::qr_light)] = {255, 255, 255, 255};
        const auto& board = document.at("board");
        for (std::size_t role = 0; role < board_names.size(); ++role)
            out[static_cast<std::size_t>(Role::board_background) + role] =
                colour_of(board.at(board_names[role]), std::string("board ") + board_names[role]);
        out[static_cast<std::size_t>(Role::test_red)] = {255, 0, 0, 255};
        out[static_cast<std::size_t>(Role::test_green)] = {0, 255, 0, 255};
        out[static_cast<std::size_t>(Role::test_blue)] = {0, 0, 255, 255};
        if (set == 0) continue;
        out[static_cast<std::size_t>(Role::line_ink)] = colour_of(colours.at("line_ink"), "line_ink");
        out[static_cast<std::size_t>(Role::line_soft)] = colour_of(colours.at("line_soft"), "line_soft");
    }
}

void ThemeReader::read_lines(const nlohmann::json& document) {
    for (const auto& [letter, line] : document.at("line").items()) {
        if (letter.size() != 1) throw std::invalid_argument("line " + letter + " is not one letter");
        theme_.line_colours_[letter[0]] = {colour_of(line.at("ink"), "ink"), colour_of(line.at("soft"), "soft")};
        theme_.line_icons_[letter[0]] = line.at("icon").get<std::string>();
    }
}

void ThemeReader::read_sizes(const nlohmann::json& document) {
    for (std::size_t role = 0; role < type_names.size(); ++role)
        theme_.em_[role] = document.at("type").at(type_names[role]).get<float>();
    theme_.larger_scale_ = document.at("type_larger_scale").get<float>();
    for (const auto& [name, value] : document.at("length").items()) theme_.lengths_[name] = value.get<float>();
    for (const auto& [language, widths] : document.at("bar_widths").items()) {
        auto read = widths.get<std::vector<float>>();
        if (read.size() != 8) throw std::invalid_argument("bar_widths " + language + " needs eight numbers");
        theme_.bar_widths_[language] = std::move(read);
    }
}

void ThemeReader::read_icons(const nlohmann::json& document) {
    for (const auto& [name, value] : document.at("icon").items()) {
        const auto text = value.get<std::string>();
        if (text.size() < 3 || text.substr(0, 2) != "U+") throw std::invalid_argument("icon " + name);
        theme_.icons_[name] = hex_number(std::string_view(text).substr(2), "icon " + name);
    }
}

void ThemeReader::read_skyline(const nlohmann::json& document) {
    theme_.skyline_height_ = document.at("design_height").get<float>();
    for (const auto& row : document.at("shapes")) {
        const auto role = std::find(role_names.begin(), role_names.end(), row.at(5).get<std::string>());
        if (role == role_names.end()) throw std::invalid_argument("skyline: unknown colour role");
        const bool triangle = row.at(0).get<std::string>() == "triangle";
        theme_.skyline_.push_back({triangle ? SkylineShape::Kind::triangle : SkylineShape::Kind::rect,
                                   row.at(1).get<float>(), row.at(2).get<float>(), row.at(3).get<float>(),
                                   row.at(4).get<float>(), static_cast<Role>(role - role_names.begin())});
    }
}

}  // namespace linli::kiosk
