// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/read_attachments.h"

#include "hall/store/hall_stores.h"

namespace linli {

Result<std::vector<Attachment>> list_attachments(Hall& hall) { return hall.stores().attachments.all(); }

ActResult<Attachment> find_attachment(Hall& hall, std::string_view digest) {
    LINLI_TRY_ASSIGN(auto found, hall.stores().attachments.find(digest));
    if (!found) return Decision<Attachment>(refuse(Refusal::unknown_attachment));
    return Decision<Attachment>(std::move(*found));
}

ReadBytes bytes_of_attachment(Hall& hall, std::string digest) {
    return [&hall, digest = std::move(digest)](std::int64_t at, std::size_t most) -> Result<std::string> {
        LINLI_TRY_ASSIGN(std::string bytes, hall.stores().attachments.bytes_from(digest, at));
        if (bytes.size() > most) bytes.resize(most);
        return bytes;
    };
}

}  // namespace linli
