// SPDX-License-Identifier: Apache-2.0
#include "district/store/attachments.h"

namespace linli::district {
namespace {

constexpr Statement name_it{
    "name_attachment",
    "INSERT INTO attachment (hall_id, digest, size, media_type, name, received, named_ms, touched_ms) "
    "VALUES ($1, $2, $3, $4, $5, 0, $6, $6) ON CONFLICT (hall_id, digest) DO UPDATE SET name = excluded.name, "
    "named_ms = COALESCE(attachment.named_ms, excluded.named_ms)"};
constexpr Statement make{"make_attachment",
                         "INSERT INTO attachment (hall_id, digest, size, media_type, name, received, touched_ms) "
                         "VALUES ($1, $2, $3, $4, '', 0, $5) ON CONFLICT DO NOTHING"};
// What both databases take for a lock: an update of the row.
constexpr Statement lock{"lock_attachment",
                         "UPDATE attachment SET touched_ms = $3 WHERE hall_id = $1 AND digest = $2 RETURNING hall_id, "
                         "digest, size, media_type, name, received, announced_ms, named_ms, complete_ms"};
constexpr Statement save{"save_attachment",
                         "UPDATE attachment SET size = $3, media_type = $4, received = $5, announced_ms = $6, "
                         "complete_ms = $7 WHERE hall_id = $1 AND digest = $2"};
constexpr Statement open_bytes{
    "open_attachment_bytes",
    "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM attachment WHERE hall_id = $1 AND digest <> $2 AND "
    "complete_ms IS NULL AND announced_ms IS NOT NULL"};
constexpr Statement forget_parts_before{
    "forget_attachment_parts_before",
    "DELETE FROM attachment_part WHERE hall_id = $1 AND digest IN (SELECT digest FROM attachment WHERE hall_id = $1 "
    "AND complete_ms IS NULL AND announced_ms IS NOT NULL AND touched_ms < $2)"};
constexpr Statement forget_before{
    "forget_attachments_before",
    "UPDATE attachment SET received = 0, announced_ms = NULL WHERE hall_id = $1 AND complete_ms IS NULL AND "
    "announced_ms IS NOT NULL AND touched_ms < $2"};
constexpr Statement insert_part{"insert_attachment_part",
                                "INSERT INTO attachment_part (hall_id, digest, begins, bytes) VALUES ($1, $2, $3, $4)"};
constexpr Statement forget_parts{"forget_attachment_parts",
                                 "DELETE FROM attachment_part WHERE hall_id = $1 AND digest = $2"};
constexpr Statement part{"attachment_part",
                         "SELECT bytes FROM attachment_part WHERE hall_id = $1 AND digest = $2 AND begins = $3"};
constexpr Statement find{"find_attachment",
                         "SELECT hall_id, digest, size, media_type, name, received, announced_ms, named_ms, "
                         "complete_ms FROM attachment WHERE hall_id = $1 AND digest = $2"};
constexpr Statement list{"list_attachments",
                         "SELECT hall_id, digest, size, media_type, name, received, announced_ms, named_ms, "
                         "complete_ms FROM attachment WHERE ($1 = '' OR hall_id = $1) AND "
                         "(named_ms IS NOT NULL OR announced_ms IS NOT NULL) "
                         "ORDER BY COALESCE(named_ms, announced_ms) DESC, digest LIMIT $2"};

AttachmentRow attachment_of(const Row& row) {
    return {row.text(0),
            row.text(1),
            row.integer(2),
            row.text(3),
            row.text(4),
            row.integer(5),
            row.integer_or_nothing(6),
            row.integer_or_nothing(7),
            row.integer_or_nothing(8)};
}

}  // namespace

Status name_attachment(Connection& connection, const AttachmentRow& named, std::int64_t now_ms) {
    LINLI_TRY(connection.run(name_it, {named.hall_id, named.digest, named.size, named.media_type, named.name, now_ms}));
    return {};
}

Status make_attachment(Connection& connection, const AttachmentRow& row, std::int64_t now_ms) {
    LINLI_TRY(connection.run(make, {row.hall_id, row.digest, row.size, row.media_type, now_ms}));
    return {};
}

Result<std::optional<AttachmentRow>> lock_attachment(Connection& connection, std::string_view hall_id,
                                                     std::string_view digest, std::int64_t now_ms) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(lock, {std::string(hall_id), std::string(digest), now_ms}));
    return rows.empty() ? std::optional<AttachmentRow>() : attachment_of(rows.front());
}

Status save_attachment(Connection& connection, const AttachmentRow& row) {
    LINLI_TRY(connection.run(save, {row.hall_id, row.digest, row.size, row.media_type, row.received,
                                    value_of(row.announced_ms), value_of(row.complete_ms)}));
    return {};
}

Result<std::int64_t> open_attachment_bytes(Connection& connection, const AttachmentRow& but) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(open_bytes, {but.hall_id, but.digest}));
    return rows.empty() ? 0 : rows.front().integer(0);
}

Status forget_attachments_before(Connection& connection, std::string_view hall_id, std::int64_t touched_ms) {
    LINLI_TRY(connection.run(forget_parts_before, {std::string(hall_id), touched_ms}));
    LINLI_TRY(connection.run(forget_before, {std::string(hall_id), touched_ms}));
    return {};
}

Status insert_attachment_part(Connection& connection, const AttachmentRow& row, std::int64_t begins,
                              std::string_view bytes) {
    LINLI_TRY(connection.run(insert_part, {row.hall_id, row.digest, begins, Blob{std::string(bytes)}}));
    return {};
}

Status forget_attachment_parts(Connection& connection, const AttachmentRow& row) {
    LINLI_TRY(connection.run(forget_parts, {row.hall_id, row.digest}));
    return {};
}

ReadBytes bytes_of_attachment(Connection& connection, const AttachmentRow& row) {
    return
        [&connection, hall_id = row.hall_id, digest = row.digest](std::int64_t at, std::size_t) -> Result<std::string> {
            LINLI_TRY_ASSIGN(const Rows rows, connection.run(part, {hall_id, digest, at}));
            return rows.empty() ? std::string() : rows.front().text(0);
        };
}

Result<std::optional<AttachmentRow>> find_attachment(Connection& connection, std::string_view hall_id,
                                                     std::string_view digest) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(find, {std::string(hall_id), std::string(digest)}));
    return rows.empty() ? std::optional<AttachmentRow>() : attachment_of(rows.front());
}

Result<std::vector<AttachmentRow>> list_attachments(Connection& connection, std::string_view hall_id, int limit) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(list, {std::string(hall_id), std::int64_t{limit}}));
    std::vector<AttachmentRow> all;
    for (const Row& row : rows) all.push_back(attachment_of(row));
    return all;
}

}  // namespace linli::district
