// SPDX-License-Identifier: Apache-2.0
#include "web/server/document_yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <charconv>
#include <string>

namespace linli::web {
namespace {

using nlohmann::json;

json scalar(const YAML::Node& node) {
    const std::string& text = node.Scalar();
    if (node.Tag() == "!") return text;  // quoted
    if (text.empty() || text == "~" || text == "null") return nullptr;
    if (text == "true") return true;
    if (text == "false") return false;
    const char* const end = text.data() + text.size();
    std::int64_t whole = 0;
    if (const auto read = std::from_chars(text.data(), end, whole); read.ec == std::errc{} && read.ptr == end)
        return whole;
    double fraction = 0;
    if (const auto read = std::from_chars(text.data(), end, fraction); read.ec == std::errc{} && read.ptr == end)
        return fraction;
    return text;
}

json json_of(const YAML::Node& node) {
    if (node.IsMap()) {
        json object = json::object();
        for (const auto& item : node) {
            const std::string key = item.first.Scalar();
            if (object.contains(key)) throw YAML::Exception(item.first.Mark(), "\"" + key + "\" stands twice");
            object[key] = json_of(item.second);
        }
        return object;
    }
    if (node.IsSequence()) {
        json array = json::array();
        for (const YAML::Node& item : node) array.push_back(json_of(item));
        return array;
    }
    return node.IsNull() ? json(nullptr) : scalar(node);
}

}  // namespace

Result<json> json_of_yaml(std::string_view yaml) {
    try {
        return json_of(YAML::Load(std::string(yaml)));
    } catch (const YAML::Exception& exception) {
        return fail(ErrorCode::invalid_content,
                    fmt::format("line {} of the interface's document: {}", exception.mark.line + 1, exception.msg));
    }
}

}  // namespace linli::web
