// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "district/store/connection.h"
#include "hall/base/file_parts.h"

namespace linli::district {

/// One attachment of a hall, as far as it is known or here.
struct AttachmentRow {
    std::string hall_id, digest;  ///< the digest in hexadecimal
    std::int64_t size = 0;
    std::string media_type, name;
    std::int64_t received = 0;  ///< bytes from its beginning
    std::optional<std::int64_t> announced_ms, named_ms, complete_ms;
};

/// An entry of the journal names it: it is awaited, or here already.
Status name_attachment(Connection& connection, const AttachmentRow& named, std::int64_t now_ms);

/// Locks the row until the transaction ends. make_attachment() adds it where it is new.
Status make_attachment(Connection& connection, const AttachmentRow& row, std::int64_t now_ms);
Result<std::optional<AttachmentRow>> lock_attachment(Connection& connection, std::string_view hall_id,
                                                     std::string_view digest, std::int64_t now_ms);
/// Keeps what was announced of it and how far it is.
Status save_attachment(Connection& connection, const AttachmentRow& row);
/// The sizes of all others of this hall that were announced and are not complete.
Result<std::int64_t> open_attachment_bytes(Connection& connection, const AttachmentRow& but);
/// Forgets what has come of those of the hall that nobody has gone on with since then.
Status forget_attachments_before(Connection& connection, std::string_view hall_id, std::int64_t touched_ms);

Status insert_attachment_part(Connection& connection, const AttachmentRow& row, std::int64_t begins,
                              std::string_view bytes);
Status forget_attachment_parts(Connection& connection, const AttachmentRow& row);
/// Part after part, each whole: `at` has to be where one begins.
ReadBytes bytes_of_attachment(Connection& connection, const AttachmentRow& row);

Result<std::optional<AttachmentRow>> find_attachment(Connection& connection, std::string_view hall_id,
                                                     std::string_view digest);
/// The newest ones, of one hall or, where it is empty, of all.
Result<std::vector<AttachmentRow>> list_attachments(Connection& connection, std::string_view hall_id, int limit);

}  // namespace linli::district
