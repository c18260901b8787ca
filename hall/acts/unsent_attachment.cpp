// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/unsent_attachment.h"

#include "hall/acts/link_steps.h"

namespace linli {

Result<std::optional<Attachment>> unsent_attachment(Hall& hall, std::int64_t after) {
    LINLI_TRY_ASSIGN(Transaction moment, hall.stores().database->begin_read());
    LINLI_TRY_ASSIGN(const SyncLink link, hall.stores().sync.link());
    LINLI_TRY_ASSIGN(auto found, hall.stores().attachments.first_unsent(after, link.acked_through));
    LINLI_TRY(moment.commit());
    return found;
}

Result<bool> note_attachment_sent(Hall& hall, const std::string& digest, const SentTo& to) {
    return change_link(hall, [&](SyncLink& link) -> Result<bool> {
        const bool same = link.state == LinkState::approved && link.hall_id == to.hall_id &&
                          link.server_incarnation == to.server_incarnation;
        if (same) LINLI_TRY(hall.stores().attachments.mark_sent(digest));
        return same;
    });
}

}  // namespace linli
