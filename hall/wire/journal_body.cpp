// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/journal_body.h"

#include <nlohmann/json.hpp>

namespace linli::wire {
namespace {

using Json = nlohmann::ordered_json;

template <class Fields>
void add(Json& json, const Fields& fields) {
    for (const BodyField& field : fields)
        std::visit([&](const auto& plain) { json[std::string(field.first)] = plain; }, field.second);
}

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

template <class T, class Read>
Result<T> read_call(std::string_view body, Read read) {
    const Json json = Json::parse(body, nullptr, false);
    if (!json.is_object()) return fail(ErrorCode::corrupt, "the body of a call is no JSON object");
    try {
        return read(json);
    } catch (const nlohmann::json::exception& problem) {
        return fail(ErrorCode::corrupt, std::string("a field of a call is missing or wrong: ") + problem.what());
    }
}

}  // namespace

std::string body(std::initializer_list<BodyField> fields) {
    Json json = Json::object();
    add(json, fields);
    return written(json);
}

std::string body(const std::vector<BodyField>& fields) {
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
    return read_call<CallBody>(body, [](const Json& json) {
        return CallBody{json.at("code"), json.at("counter"), json.value("call", 1)};
    });
}

Result<UndoneBody> undone_body(std::string_view body) {
    return read_call<UndoneBody>(body, [](const Json& json) {
        return UndoneBody{json.at("code"), json.at("from_counter")};
    });
}

}  // namespace linli::wire
