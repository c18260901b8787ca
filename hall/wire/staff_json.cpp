// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/staff_json.h"

#include <nlohmann/json.hpp>

namespace linli::wire {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const StaffMember& member) {
    const auto moment = [](const std::optional<WallMs>& ms) { return ms ? Json(*ms) : Json(nullptr); };
    return {{"account", member.account},
            {"name", member.name},
            {"role", name_of(member.role)},
            {"active", member.active},
            {"locked_until_ms", moment(member.locked_until_ms)},
            {"must_change_password", member.must_change_password},
            {"last_sign_in_ms", moment(member.last_sign_in_ms)}};
}

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string to_json(const StaffMember& member) { return written(json_of(member)); }

std::string to_json(const std::vector<StaffMember>& members) {
    Json json = Json::array();
    for (const StaffMember& member : members) json.push_back(json_of(member));
    return written(json);
}

}  // namespace linli::wire
