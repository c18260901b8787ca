// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/read_link.h"

#include <limits>

#include "hall/acts/link_steps.h"

namespace linli {

Result<BoxLink> read_link(Hall& hall) {
    LINLI_TRY_ASSIGN(Transaction moment, hall.stores().database->begin_read());
    LINLI_TRY_ASSIGN(const Box box, hall.stores().box.load());
    BoxLink found;
    found.box_id = box.box_id;
    found.epoch = box.epoch;
    found.journal_seq = box.journal_seq;
    LINLI_TRY_ASSIGN(found.link, hall.stores().sync.link());
    const std::int64_t now = steady_now(box.mark.mark, read(hall.clock()));
    found.token_age_ms = found.link.token_made_steady_ms ? now - *found.link.token_made_steady_ms
                                                         : std::numeric_limits<std::int64_t>::max();
    LINLI_TRY(moment.commit());
    return found;
}

}  // namespace linli
