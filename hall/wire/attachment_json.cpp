// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/attachment_json.h"

#include "hall/wire/sync_fields.h"

namespace linli::sync {
namespace {

constexpr std::size_t digest_bytes = 32, word_max = 100;

}  // namespace

std::string written(const AttachmentHead& head) {
    return dumped(Json{{"digest", head.digest}, {"size", head.size}, {"media_type", head.media_type}});
}

Result<AttachmentHead> read_attachment_head(std::string_view json) {
    const Json parsed_json = parsed(json);
    AttachmentHead head;
    Fields fields(parsed_json, "the attachment's announcement");
    fields.hexadecimal("digest", head.digest, digest_bytes);
    fields.number("size", head.size, 1);
    fields.text("media_type", head.media_type, word_max);
    LINLI_TRY(fields.done());
    return head;
}

std::string written(const AttachmentState& state) {
    return dumped(Json{{"digest", state.digest}, {"offset", state.offset}});
}

Result<AttachmentState> read_attachment_state(std::string_view json) {
    const Json parsed_json = parsed(json);
    AttachmentState state;
    Fields fields(parsed_json, "the attachment's state");
    fields.hexadecimal("digest", state.digest, digest_bytes);
    fields.number("offset", state.offset);
    LINLI_TRY(fields.done());
    return state;
}

}  // namespace linli::sync
