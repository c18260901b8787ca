// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/keep_attachment.h"

#include "hall/acts/act.h"
#include "hall/base/running_digest.h"
#include "hall/base/utf8.h"
#include "hall/wire/journal_body.h"
#include "hall/wire/media_type.h"
#include "hall/wire/sync_limits.h"

namespace linli {
namespace {

constexpr auto size_max = static_cast<std::int64_t>(sync::attachment_bytes_max);

/// Reads it from its beginning, piece by piece, until it ends, or is larger than it may be, or `take` fails. Gives its
/// size.
template <class Take>
Result<std::int64_t> read_whole(const ReadBytes& read, Take&& take) {
    std::int64_t at = 0;
    while (at <= size_max) {
        LINLI_TRY_ASSIGN(const std::string bytes, read(at, sync::attachment_part_max));
        if (bytes.empty()) break;
        LINLI_TRY(take(at, bytes));
        at += static_cast<std::int64_t>(bytes.size());
    }
    return at;
}

bool is_name(const std::string& name) {
    return name.find_first_not_of(' ') != std::string::npos &&
           is_plain_line(name, sync::attachment_name_characters_max);
}

/// What the bytes are: digest, media type, size; nothing is written.
ActResult<Attachment> look_at(const AttachmentOffer& offer) {
    constexpr std::size_t begin_bytes = 16;
    Attachment seen;
    RunningDigest digest;
    std::string begin;
    LINLI_TRY_ASSIGN(seen.size, read_whole(offer.read, [&](std::int64_t, const std::string& bytes) -> Status {
                         if (begin.size() < begin_bytes) begin += bytes.substr(0, begin_bytes);
                         digest.add(bytes);
                         return {};
                     }));
    seen.media_type = wire::media_type_of(begin);
    if (seen.size == 0) return Decision<Attachment>(refuse(Refusal::attachment_empty));
    if (seen.size > size_max) return Decision<Attachment>(refuse(Refusal::attachment_too_large));
    const bool as_said = offer.media_type.empty() || offer.media_type == seen.media_type;
    if (seen.media_type.empty() || !as_said) return Decision<Attachment>(refuse(Refusal::attachment_wrong_type));
    seen.digest = hex(as_text(digest.end()));
    seen.name = offer.name;
    return Decision<Attachment>(std::move(seen));
}

Status write_parts(Act& act, const Attachment& attachment, const ReadBytes& read) {
    RunningDigest digest;
    LINLI_TRY(read_whole(read, [&](std::int64_t at, const std::string& bytes) {
        digest.add(bytes);
        return act.stores().attachments.insert_part(attachment.digest, at, bytes);
    }));
    if (hex(as_text(digest.end())) == attachment.digest) return {};
    return fail(ErrorCode::invalid_input, "the attachment's bytes have changed while they were read");
}

}  // namespace

ActResult<Attachment> keep_attachment(Hall& hall, const AttachmentOffer& offer) {
    if (!is_name(offer.name)) return Decision<Attachment>(refuse(Refusal::attachment_bad_name));
    LINLI_TRY_ASSIGN(const Decision<Attachment> seen, look_at(offer));
    if (!seen) return seen;
    return perform(hall, [&](Act& act) -> ActResult<Attachment> {
        LINLI_TRY_ASSIGN(const auto known, act.stores().attachments.find(seen->digest));
        if (known) return Decision<Attachment>(*known);
        Attachment attachment = *seen;
        LINLI_TRY(act.record("attachment.kept", "attachment:" + attachment.digest,
                             wire::body({{"digest", attachment.digest},
                                         {"size", attachment.size},
                                         {"media_type", attachment.media_type},
                                         {"name", attachment.name}})));
        attachment.entry_seq = act.box().journal_seq;
        attachment.kept_ms = act.wall_ms();
        LINLI_TRY(act.stores().attachments.insert(attachment));
        LINLI_TRY(write_parts(act, attachment, offer.read));
        return Decision<Attachment>(std::move(attachment));
    });
}

}  // namespace linli
