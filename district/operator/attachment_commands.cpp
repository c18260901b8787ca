// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "district/operator/commands.h"
#include "district/store/attachments.h"

namespace linli::district {
namespace {

constexpr int rows_max = 200;

Json json_of(const AttachmentRow& row) {
    return {{"hall_id", row.hall_id},
            {"digest", row.digest},
            {"state", row.complete_ms ? "complete" : "awaited"},
            {"size", row.size},
            {"received", row.received},
            {"media_type", row.media_type},
            {"name", row.name},
            {"named_ms", row.named_ms ? Json(*row.named_ms) : Json()},
            {"complete_ms", row.complete_ms ? Json(*row.complete_ms) : Json()}};
}

}  // namespace

Result<Exit> tell_attachments(Session& session) {
    std::string hall_id;
    if (!session.order.hall.empty()) {
        LINLI_TRY_ASSIGN(const auto hall, session.named_hall());
        if (!hall) return Exit::refused;
        hall_id = hall->hall_id;
    }
    LINLI_TRY_ASSIGN(const auto found, list_attachments(session.connection, hall_id, rows_max));
    LINLI_TRY_ASSIGN(const auto halls, all_halls(session.connection));
    std::map<std::string, std::string> names;
    for (const HallRow& hall : halls) names[hall.hall_id] = hall.name;
    Json rows = Json::array();
    std::vector<std::string> lines;
    for (const AttachmentRow& row : found) {
        rows.push_back(json_of(row));
        const std::int64_t moment_ms = row.complete_ms ? *row.complete_ms : row.named_ms.value_or(*row.announced_ms);
        lines.push_back(session.t(row.complete_ms ? "district.attachment_complete" : "district.attachment_awaited",
                                  {{"digest", row.digest},
                                   {"moment", session.moment(moment_ms)},
                                   {"hall", names[row.hall_id]},
                                   {"name", row.name},
                                   {"received", std::to_string(row.received)},
                                   {"size", std::to_string(row.size)},
                                   {"type", row.media_type}}));
    }
    session.list(rows, lines, "district.no_attachments");
    return Exit::done;
}

Result<Exit> get_attachment(Session& session) {
    LINLI_TRY_ASSIGN(const auto hall, session.named_hall());
    if (!hall) return Exit::refused;
    LINLI_TRY_ASSIGN(const auto row, find_attachment(session.connection, hall->hall_id, session.order.digest));
    if (!row) return session.refuse("district.no_such_attachment", {{"digest", session.order.digest}});
    if (!row->complete_ms) return session.refuse("district.attachment_not_here", {{"name", row->name}});
    const std::string file = session.order.out.string();
    const Status written =
        write_file_of(session.order.out, bytes_of_attachment(session.connection, *row), row->size, row->digest);
    if (!written)
        return session.refuse("district.attachment_not_written", {{"file", file}, {"why", written.error().message}});
    session.tell({{"digest", row->digest}, {"file", file}, {"size", row->size}},
                 session.t("district.attachment_written", {{"file", file}, {"size", std::to_string(row->size)}}));
    return Exit::done;
}

}  // namespace linli::district
