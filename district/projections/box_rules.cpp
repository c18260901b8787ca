// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "district/projections/rules.h"
#include "district/store/commands.h"
#include "hall/base/time_zone.h"
#include "hall/base/utf8.h"

namespace linli::district {
namespace {

constexpr std::size_t reason_characters_max = 100;

/// "day:17" gives 17.
std::optional<std::int64_t> number_behind(std::string_view prefix, std::string_view subject) {
    if (!subject.starts_with(prefix)) return std::nullopt;
    subject.remove_prefix(prefix.size());
    std::int64_t number = 0;
    const auto read = std::from_chars(subject.data(), subject.data() + subject.size(), number);
    const bool whole = read.ec == std::errc() && read.ptr == subject.data() + subject.size();
    return whole ? std::optional(number) : std::nullopt;
}

std::string command_of(const ReadEntry& entry) {
    if (auto id = entry.text("id")) return *id;
    constexpr std::string_view prefix = "command:";
    return entry.head.subject.starts_with(prefix) ? entry.head.subject.substr(prefix.size()) : "";
}

}  // namespace

std::string day_fault(const ReadEntry& entry) {
    if (!number_behind("day:", entry.head.subject)) return "the opening of a day names no day";
    return LocalDate::parse(entry.text("local_date").value_or("")) ? "" : "the opening of a day has no date";
}

Status apply_day(Projection& projection, const ReadEntry& entry) {
    const std::int64_t day = *number_behind("day:", entry.head.subject);
    projection.dates[day] = LocalDate::parse(*entry.text("local_date"))->text();
    return save_service_day(projection.connection, projection.stream, day, projection.dates[day]);
}

std::string content_fault(const ReadEntry& entry) {
    return number_behind("content:", entry.head.subject) ? "" : "the installing of content names no version";
}

Status apply_content(Projection& projection, const ReadEntry& entry) {
    projection.content_version = number_behind("content:", entry.head.subject);
    return {};
}

std::string command_fault(const ReadEntry& entry) {
    return command_of(entry).empty() ? "the answer to a command names no command" : "";
}

Status apply_command(Projection& projection, const ReadEntry& entry) {
    std::string answer = entry.head.kind.substr(std::string_view("command.").size());
    if (const auto reason = entry.text("reason")) answer += ": " + shortened(*reason, reason_characters_max);
    return answer_command(projection.connection, projection.hall.hall_id, command_of(entry), answer, projection.now_ms);
}

}  // namespace linli::district
