// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "hall/base/result.h"

namespace linli::sync {

/// What box and district say to one another about attachments, as hall/wire/sync_protocol.md describes it; the rest of
/// the protocol stands in sync_json.h.

struct AttachmentHead {
    std::string digest;
    std::int64_t size = 0;
    std::string media_type;
};
std::string written(const AttachmentHead& head);
Result<AttachmentHead> read_attachment_head(std::string_view json);

/// How many bytes from its beginning are there.
struct AttachmentState {
    std::string digest;
    std::int64_t offset = 0;
};
std::string written(const AttachmentState& state);
Result<AttachmentState> read_attachment_state(std::string_view json);

}  // namespace linli::sync
