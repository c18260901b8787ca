// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "kiosk/theme/theme.h"

namespace linli::kiosk {

/// Reads theme.json into a Theme. A missing or wrong field is an error with its name, never a silent default.
class ThemeReader {
public:
    Result<Theme> read(std::string_view theme_json, std::string_view skyline_json);

private:
    void read_colours(const nlohmann::json& document);
    void read_lines(const nlohmann::json& document);
    void read_sizes(const nlohmann::json& document);
    void read_icons(const nlohmann::json& document);
    void read_skyline(const nlohmann::json& document);
    Theme theme_;
};

}  // namespace linli::kiosk
