// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "hall/acts/hall.h"
#include "hall/queue/steady_clock.h"
#include "hall/store/hall_stores.h"

namespace linli {

/// The hall's steady clock at this moment, without an act: nothing is written.
inline Result<std::int64_t> steady_ms_of(Hall& hall) {
    LINLI_TRY_ASSIGN(const Box box, hall.stores().box.load());
    return steady_now(box.mark.mark, read(hall.clock()));
}

/// After this change the district may lack attachments that it had: it is another one, or was put back.
inline bool may_lack_attachments(const SyncLink& before, const SyncLink& after) {
    return before.hall_id != after.hall_id || before.server_incarnation != after.server_incarnation ||
           after.acked_through < before.acked_through;
}

/// Changes what the box knows of its district, in one short transaction of its own: none of it is a fact for the
/// journal. `change` takes SyncLink& and gives a Result; nothing is written where it left the link as it was.
template <class Change>
auto change_link(Hall& hall, Change&& change) -> decltype(change(std::declval<SyncLink&>())) {
    LINLI_TRY_ASSIGN(Transaction transaction, hall.stores().database->begin_write());
    LINLI_TRY_ASSIGN(SyncLink link, hall.stores().sync.link());
    const SyncLink before = link;
    auto result = change(link);
    if (!result) return result;
    if (!(link == before)) LINLI_TRY(hall.stores().sync.save_link(link));
    if (may_lack_attachments(before, link)) LINLI_TRY(hall.stores().attachments.mark_all_unsent());
    LINLI_TRY(transaction.commit());
    return result;
}

}  // namespace linli
