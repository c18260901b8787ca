// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace linli::web {

/// What a handler answers. The server adds length, date, and the headers that keep browsers safe.
struct Response {
    int status = 200;
    std::string content_type;  ///< empty where there is no body
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;

    Response&& with(std::string name, std::string value) && {
        headers.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }
};

/// A JSON text as the answer.
Response json(int status, std::string text);
/// 204.
Response no_content();
/// Why not, in the shape Problem of the interface's document: a name that pages have words for, one English sentence
/// for who reads logs, and where something is wrong with a value its JSON pointer.
Response problem(int status, std::string_view name, std::string_view detail, std::string_view field = {});
/// 503 "busy", to be tried again in a second.
Response busy(std::string_view detail);

}  // namespace linli::web
