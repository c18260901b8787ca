// SPDX-License-Identifier: Apache-2.0
#include "district/projections/projection.h"

#include <algorithm>
#include <array>

#include "district/projections/rules.h"
#include "district/store/fleet.h"
#include "hall/base/time_zone.h"

namespace linli::district {
namespace {

constexpr WallMs wall_ms_max = 253'402'300'799'000;  // the end of the year 9999; a box's clock may say anything

// What the district makes of entries. A kind that is not here is kept and nothing else.
constexpr std::array rules = {
    ProjectionRule{"ticket.", ticket_fault, apply_ticket},
    ProjectionRule{"day.opened", day_fault, apply_day},
    ProjectionRule{"content.installed", content_fault, apply_content},
    ProjectionRule{"attachment.kept", attachment_fault, apply_attachment},
    ProjectionRule{"command.done", command_fault, apply_command},
    ProjectionRule{"command.refused", command_fault, apply_command},
};

Status find_all_tickets(Projection& projection, const std::vector<const ReadEntry*>& entries) {
    std::vector<std::string> ids;
    for (const ReadEntry* const entry : entries)
        if (entry->head.kind.starts_with("ticket.")) ids.push_back(entry->head.subject);
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    LINLI_TRY_ASSIGN(const auto found, find_tickets(projection.connection, projection.hall.hall_id, ids));
    for (const TicketRow& ticket : found) projection.tickets[ticket.ticket_id] = {ticket, ticket};
    return {};
}

Status write_all(Projection& projection) {
    std::vector<TicketRow> changed;
    for (const auto& [id, ticket] : projection.tickets)
        if (ticket.now) changed.push_back(*ticket.now);
    LINLI_TRY(save_tickets(projection.connection, changed));
    LINLI_TRY(add_to_days(projection.connection, changed_days(projection)));
    if (!projection.content_version) return {};
    return note_content(projection.connection, projection.stream.hall_id, projection.stream.device_id,
                        *projection.content_version, projection.now_ms);
}

}  // namespace

const ProjectionRule* rule_for(std::string_view kind) {
    const auto* const found = std::ranges::find_if(rules, [&](const ProjectionRule& rule) {
        return rule.kind.ends_with('.') ? kind.starts_with(rule.kind) : kind == rule.kind;
    });
    return found == rules.end() ? nullptr : found;
}

Result<std::string> Projection::date_of(std::int64_t service_day, WallMs wall_ms) {
    if (const auto known = dates.find(service_day); known != dates.end()) return known->second;
    LINLI_TRY_ASSIGN(auto date, find_service_day(connection, stream, service_day));
    if (!date) {
        LINLI_TRY_ASSIGN(const TimeZone zone, TimeZone::open(hall.time_zone));
        date = zone.at(std::clamp(wall_ms, WallMs{0}, wall_ms_max)).date.text();
    }
    return dates.emplace(service_day, *date).first->second;
}

Status project(Connection& connection, const HallRow& hall, const StreamKey& stream,
               const std::vector<const ReadEntry*>& entries, std::int64_t now_ms) {
    Projection projection{connection, hall, stream, now_ms, {}, {}, {}};
    LINLI_TRY(find_all_tickets(projection, entries));
    for (const ReadEntry* const entry : entries)
        if (const ProjectionRule* const rule = rule_for(entry->head.kind)) LINLI_TRY(rule->apply(projection, *entry));
    return write_all(projection);
}

}  // namespace linli::district
