// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/journal_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace linli::wire {

namespace {

std::string as_json(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::string freeze(const JournalEntry& entry) {
    return fmt::format(
        R"({{"seq":{},"epoch":{},"id":"{}","wall_ms":{},"steady_ms":{},"actor":{},"kind":"{}","subject":{},"version":{},"body":{}}})",
        entry.seq, entry.epoch, entry.id, entry.wall_ms, entry.steady_ms, as_json(entry.actor), entry.kind,
        as_json(entry.subject), entry.version, entry.body.empty() ? "{}" : entry.body);
}

Result<JournalEntry> thaw(std::string_view bytes) {
    // Ordered, so that a body keeps the order of its fields and freezes to the same bytes again.
    const auto json = nlohmann::ordered_json::parse(bytes, nullptr, false);
    if (!json.is_object()) return fail(ErrorCode::corrupt, "the entry is no JSON object");
    try {
        JournalEntry entry;
        json.at("seq").get_to(entry.seq);
        json.at("epoch").get_to(entry.epoch);
        json.at("id").get_to(entry.id);
        json.at("wall_ms").get_to(entry.wall_ms);
        json.at("steady_ms").get_to(entry.steady_ms);
        json.at("actor").get_to(entry.actor);
        json.at("kind").get_to(entry.kind);
        json.at("subject").get_to(entry.subject);
        json.at("version").get_to(entry.version);
        entry.body = json.at("body").dump();
        return entry;
    } catch (const nlohmann::json::exception& problem) {
        return fail(ErrorCode::corrupt, fmt::format("a field of the entry is missing or wrong: {}", problem.what()));
    }
}

bool is_by(std::string_view bytes, std::string_view actor) {
    // Numbers and an id stand before it, so the first "actor" is the field, whatever others hold.
    constexpr std::string_view field = R"("actor":)";
    const std::size_t place = bytes.find(field);
    return place != std::string_view::npos && bytes.substr(place + field.size()).starts_with(as_json(actor) + ",");
}

}  // namespace linli::wire
