// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "district/ingest/read_entry.h"
#include "district/store/hall_days.h"
#include "district/store/halls.h"
#include "district/store/tickets.h"

namespace linli::district {

/// What a batch's new entries change, gathered and then written at once, within the batch's transaction.
struct Projection {
    Connection& connection;
    const HallRow& hall;
    const StreamKey& stream;
    std::int64_t now_ms = 0;

    struct ChangedTicket {
        std::optional<TicketRow> before, now;
    };
    std::map<std::string, ChangedTicket> tickets;  ///< by id; found beforehand
    std::map<std::int64_t, std::string> dates;     ///< of service days, as far as they were asked for
    std::optional<std::int64_t> content_version;

    /// The date of a box's service day: what day.opened said, else what the hall's calendar shows at that moment.
    Result<std::string> date_of(std::int64_t service_day, WallMs wall_ms);
};

/// One kind of entries, or all whose kind begins so, and what becomes of them.
struct ProjectionRule {
    std::string_view kind;  ///< "ticket." is a prefix
    /// What is wrong with an entry's shape; empty for nothing. An entry with a fault is never applied.
    std::string (*fault)(const ReadEntry&);
    Status (*apply)(Projection&, const ReadEntry&);
};

/// Null for kinds that nothing is made of.
const ProjectionRule* rule_for(std::string_view kind);

/// Applies entries in the order of their numbers. All of them are new, and none has a fault.
Status project(Connection& connection, const HallRow& hall, const StreamKey& stream,
               const std::vector<const ReadEntry*>& entries, std::int64_t now_ms);

}  // namespace linli::district
