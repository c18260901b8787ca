// SPDX-License-Identifier: Apache-2.0
#include "district/boxes/attachments.h"

#include "district/store/attachments.h"
#include "hall/base/running_digest.h"
#include "hall/wire/media_type.h"
#include "hall/wire/sync_limits.h"

namespace linli::district {
namespace {

using Outcome = tl::expected<sync::AttachmentState, BoxRefusal>;

constexpr auto size_max = static_cast<std::int64_t>(sync::attachment_bytes_max);
constexpr std::int64_t open_bytes_max = 100LL * 1024 * 1024;
constexpr std::int64_t week_ms = 7LL * 24 * 3600 * 1000;

sync::AttachmentState state_of(const AttachmentRow& row) { return {row.digest, row.received}; }

/// Has this hall too much begun already? What has lain for a week is forgotten first.
Result<bool> has_room(Connection& connection, const AttachmentRow& row, std::int64_t now_ms) {
    LINLI_TRY_ASSIGN(std::int64_t open, open_attachment_bytes(connection, row));
    if (open + row.size <= open_bytes_max) return true;
    LINLI_TRY(forget_attachments_before(connection, row.hall_id, now_ms - week_ms));
    LINLI_TRY_ASSIGN(open, open_attachment_bytes(connection, row));
    return open + row.size <= open_bytes_max;
}

/// Of those that are all here.
Result<bool> digest_fits(Connection& connection, const AttachmentRow& row) {
    const ReadBytes read = bytes_of_attachment(connection, row);
    RunningDigest digest;
    std::int64_t at = 0;
    while (at < row.size) {
        LINLI_TRY_ASSIGN(const std::string bytes, read(at, sync::attachment_part_max));
        if (bytes.empty()) break;
        digest.add(bytes);
        at += static_cast<std::int64_t>(bytes.size());
    }
    return at == row.size && hex(as_text(digest.end())) == row.digest;
}

tl::unexpected<BoxRefusal> wrong_offset(std::int64_t offset) {
    return tl::unexpected(BoxRefusal{409, "wrong_offset", "this part is not the next one", offset});
}

}  // namespace

BoxResult<sync::AttachmentState> announce_attachment(Connection& connection, const std::string& hall_id,
                                                     const sync::AttachmentHead& head, std::int64_t now_ms) {
    if (head.size > size_max) return Outcome(refuse(413, "too_large", "an attachment has at most 20 MiB"));
    if (!wire::is_attachment_type(head.media_type))
        return Outcome(refuse(415, "unsupported_type", "an attachment is a PNG, JPEG or PDF"));
    LINLI_TRY_ASSIGN(Transaction transaction, Transaction::begin(connection));
    AttachmentRow announced;
    announced.hall_id = hall_id;
    announced.digest = head.digest;
    announced.size = head.size;
    announced.media_type = head.media_type;
    LINLI_TRY(make_attachment(connection, announced, now_ms));
    LINLI_TRY_ASSIGN(auto row, lock_attachment(connection, hall_id, head.digest, now_ms));
    if (!row) return fail(ErrorCode::corrupt, "an attachment that was just made is not there");
    if (row->complete_ms) {
        if (row->size != head.size) return Outcome(refuse(422, "wrong_shape", "it is here with another size"));
        return Outcome(state_of(*row));
    }
    const bool goes_on = row->announced_ms && row->size == head.size;
    if (!goes_on) {
        // What has come under another size can be none of it.
        LINLI_TRY(forget_attachment_parts(connection, *row));
        row->received = 0;
        row->announced_ms = now_ms;
        row->size = head.size;
        LINLI_TRY_ASSIGN(const bool room, has_room(connection, *row, now_ms));
        if (!room) return Outcome(refuse(429, "too_many_open", "too many attachments of this hall are half here"));
    }
    row->media_type = head.media_type;
    LINLI_TRY(save_attachment(connection, *row));
    LINLI_TRY(transaction.commit());
    return Outcome(state_of(*row));
}

BoxResult<sync::AttachmentState> take_attachment_part(Connection& connection, const std::string& hall_id,
                                                      const std::string& digest, std::int64_t offset,
                                                      std::string_view bytes, std::int64_t now_ms) {
    LINLI_TRY_ASSIGN(Transaction transaction, Transaction::begin(connection));
    LINLI_TRY_ASSIGN(auto row, lock_attachment(connection, hall_id, digest, now_ms));
    if (!row || (!row->announced_ms && !row->complete_ms))
        return Outcome(refuse(404, "not_announced", "this attachment was not announced"));
    if (row->complete_ms || offset != row->received) return Outcome(wrong_offset(row->received));
    const auto count = static_cast<std::int64_t>(bytes.size());
    if (count == 0 || count > row->size - row->received)
        return Outcome(refuse(422, "bad_part", "the part is empty, or goes beyond the size"));
    LINLI_TRY(insert_attachment_part(connection, *row, offset, bytes));
    row->received += count;
    bool fits = true;
    if (row->received == row->size) {
        LINLI_TRY_ASSIGN(fits, digest_fits(connection, *row));
        row->complete_ms = now_ms;
    }
    if (!fits) {
        LINLI_TRY(forget_attachment_parts(connection, *row));
        row->received = 0;
        row->complete_ms.reset();
    }
    LINLI_TRY(save_attachment(connection, *row));
    LINLI_TRY(transaction.commit());
    if (!fits) return Outcome(refuse(422, "bad_digest", "the whole is not what was announced; it begins anew"));
    return Outcome(state_of(*row));
}

}  // namespace linli::district
