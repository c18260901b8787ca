// SPDX-License-Identifier: Apache-2.0
#include "web/server/response.h"

#include <nlohmann/json.hpp>

namespace linli::web {

Response json(int status, std::string text) { return {status, "application/json", std::move(text), {}}; }

Response no_content() { return {204, {}, {}, {}}; }

Response problem(int status, std::string_view name, std::string_view detail, std::string_view field) {
    nlohmann::ordered_json body{{"problem", name}, {"detail", detail}};
    if (!field.empty()) body["field"] = field;
    // What a sender wrote may stand in the sentence and need not be UTF-8.
    return json(status, body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

Response busy(std::string_view detail) { return problem(503, "busy", detail).with("Retry-After", "1"); }

}  // namespace linli::web
