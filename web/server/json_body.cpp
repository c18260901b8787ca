// SPDX-License-Identifier: Apache-2.0
#include "web/server/json_body.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace linli::web {
namespace {

/// Counted before parsing, so that no parser ever sees a deep one.
int depth_of(std::string_view text) {
    int depth = 0;
    int deepest = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

}  // namespace

ReadJson read_json(std::string_view text, int depth_max) {
    using nlohmann::json;
    if (depth_of(text) > depth_max) return {ReadJson::Fault::too_deep, nullptr};
    std::vector<std::set<std::string>> keys;
    bool twice = false;
    const auto look = [&](int, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::object_start)
            keys.emplace_back();
        else if (event == json::parse_event_t::object_end)
            keys.pop_back();
        else if (event == json::parse_event_t::key)
            twice |= !keys.back().insert(parsed.get<std::string>()).second;
        return true;
    };
    json value = json::parse(text, look, false);
    if (value.is_discarded()) return {ReadJson::Fault::malformed, nullptr};
    if (twice) return {ReadJson::Fault::key_twice, nullptr};
    return {ReadJson::Fault::none, std::move(value)};
}

}  // namespace linli::web
