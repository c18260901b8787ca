// SPDX-License-Identifier: Apache-2.0
#include "district/projections/rules.h"
#include "district/store/attachments.h"
#include "hall/base/bytes.h"
#include "hall/base/utf8.h"
#include "hall/wire/media_type.h"
#include "hall/wire/sync_limits.h"

namespace linli::district {

std::string attachment_fault(const ReadEntry& entry) {
    constexpr std::size_t digits = 64;
    const auto digest = entry.text("digest"), media_type = entry.text("media_type"), name = entry.text("name");
    const auto size = entry.number("size");
    if (!digest || digest->size() != digits || !bytes_of_hex(*digest)) return "an attachment has no digest";
    if (!size || *size < 1 || *size > static_cast<std::int64_t>(sync::attachment_bytes_max))
        return "an attachment has no size that one may have";
    if (!media_type || !wire::is_attachment_type(*media_type)) return "an attachment is of no kind that is known";
    if (!name || !is_plain_line(*name, sync::attachment_name_characters_max)) return "an attachment has no name";
    return {};
}

Status apply_attachment(Projection& projection, const ReadEntry& entry) {
    AttachmentRow named;
    named.hall_id = projection.hall.hall_id;
    named.digest = *entry.text("digest");
    named.size = *entry.number("size");
    named.media_type = *entry.text("media_type");
    named.name = *entry.text("name");
    return name_attachment(projection.connection, named, projection.now_ms);
}

}  // namespace linli::district
