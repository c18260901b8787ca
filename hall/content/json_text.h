// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace linli {

/// Where and why a JSON text is no document of ours: broken, nested too deep, or with one key twice in an object.
struct JsonFault {
    std::string place;   ///< "line 12, column 3", or a JSON pointer for a repeated key
    std::string field;   ///< the repeated key
    std::string reason;  ///< one English sentence
};

/// How deep objects and arrays may stand in one another.
inline constexpr std::size_t json_depth_max = 16;

/// Parses strictly after RFC 8259: UTF-8 valid, no key twice, nothing after the value. Never throws.
tl::expected<nlohmann::json, JsonFault> parse_json(std::string_view bytes);

/// The pointer (RFC 6901) of a member or element below another pointer.
std::string json_pointer_below(const std::string& pointer, std::string_view member);

}  // namespace linli
