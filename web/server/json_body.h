// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace linli::web {

/// A body read as JSON (RFC 8259), strictly: a key that stands twice would mean one thing to one reader and another to
/// the next, and a deep nest is no request of ours.
struct ReadJson {
    enum class Fault { none, malformed, key_twice, too_deep } fault = Fault::none;
    nlohmann::json value;
};

ReadJson read_json(std::string_view text, int depth_max);

}  // namespace linli::web
