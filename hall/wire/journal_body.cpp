// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/journal_body.h"

#include <nlohmann/json.hpp>

namespace linli::wire {
namespace {

using Json = nlohmann::ordered_json;

void add(Json& json, std::initializer_list<BodyField> fields) {
    for (const BodyField& field : fields)
        std::visit([&](const auto& plain) { json[std::string(field.first)] = plain; }, field.second);
}

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string body(std::initializer_list<BodyField> fields) {
    Json json = Json::object();
    add(json, fields);
    return written(json);
}

std::string ticket_body(const Ticket& ticket, std::initializer_list<BodyField> fields) {
    Json json = {{"code", ticket.code()},
                 {"service_day", ticket.service_day},
                 {"matter", ticket.matter},
                 {"state", name_of(ticket.state)}};
    if (ticket.counter) json["counter"] = *ticket.counter;
    add(json, fields);
    return written(json);
}

Result<CallBody> call_body(std::string_view body) {
    const Json json = Json::parse(body, nullptr, false);
    if (!json.is_object()) return fail(ErrorCode::corrupt, "the body of a call is no JSON object");
    try {
        CallBody call;
        json.at("code").get_to(call.code);
        json.at("counter").get_to(call.counter);
        call.call = json.value("call", 1);
        return call;
    } catch (const nlohmann::json::exception& problem) {
        return fail(ErrorCode::corrupt, std::string("a field of a call is missing or wrong: ") + problem.what());
    }
}

}  // namespace linli::wire
