// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/sync_fields.h"

#include <fmt/format.h>

#include "hall/base/bytes.h"
#include "hall/wire/sync_limits.h"

namespace linli::sync {
namespace {

constexpr int depth_max = 16;

}  // namespace

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json parsed(std::string_view text) {
    bool deep = false;
    const auto look = [&deep](int depth, Json::parse_event_t, Json&) {
        deep |= depth > depth_max;
        return !deep;
    };
    if (text.size() > answer_bytes_max) return {};
    Json json = Json::parse(text, look, false);
    return deep || json.is_discarded() ? Json() : json;
}

Fields::Fields(const Json& json, std::string what) : json_(json), what_(std::move(what)) {
    if (!json_.is_object()) fault_ = "it is no JSON object";
}

void Fields::text(const char* name, std::string& into, std::size_t most, std::size_t least) {
    const Json* const field = find(name);
    if (!field) return;
    if (!field->is_string() || field->get_ref<const std::string&>().size() > most ||
        field->get_ref<const std::string&>().size() < least)
        fault_ = fmt::format("{} is no text of {} to {} bytes", name, least, most);
    else
        into = field->get<std::string>();
}

void Fields::hexadecimal(const char* name, std::string& into, std::size_t bytes) {
    text(name, into, bytes * 2, bytes * 2);
    if (fault_.empty() && !bytes_of_hex(into)) fault_ = fmt::format("{} is not hexadecimal", name);
}

void Fields::number(const char* name, std::int64_t& into, std::int64_t least) {
    const Json* const field = find(name);
    if (!field) return;
    if (!field->is_number_integer() || field->get<std::int64_t>() < least)
        fault_ = fmt::format("{} is no whole number of at least {}", name, least);
    else
        into = field->get<std::int64_t>();
}

const Json* Fields::array(const char* name, std::size_t most) {
    const Json* const field = find(name);
    if (!field) return nullptr;
    if (field->is_array() && field->size() <= most) return field;
    fault_ = fmt::format("{} is no list of at most {}", name, most);
    return nullptr;
}

bool Fields::flag(const char* name) {
    const Json* const field = find(name);
    if (!field) return false;
    if (field->is_boolean()) return field->get<bool>();
    fault_ = fmt::format("{} is neither true nor false", name);
    return false;
}

void Fields::object(const char* name, std::string& into, std::size_t most) {
    const Json* const field = find(name);
    if (!field) return;
    into = field->is_object() ? dumped(*field) : "";
    if (into.empty() || into.size() > most) fault_ = fmt::format("{} is no object of at most {} bytes", name, most);
}

Status Fields::done() const {
    if (fault_.empty()) return {};
    return fail(ErrorCode::corrupt, fmt::format("{}: {}", what_, fault_));
}

const Json* Fields::find(const char* name) {
    if (!fault_.empty()) return nullptr;
    const auto found = json_.find(name);
    if (found != json_.end()) return &*found;
    fault_ = fmt::format("{} is missing", name);
    return nullptr;
}

}  // namespace linli::sync
