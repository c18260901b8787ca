// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/leave_district.h"

#include "hall/store/hall_stores.h"

namespace linli {

Result<bool> leave_district(Hall& hall) {
    LINLI_TRY_ASSIGN(Transaction transaction, hall.stores().database->begin_write());
    LINLI_TRY_ASSIGN(const SyncLink link, hall.stores().sync.link());
    LINLI_TRY(hall.stores().sync.forget_link());
    LINLI_TRY(hall.stores().attachments.mark_all_unsent());
    LINLI_TRY(transaction.commit());
    return link.state != LinkState::none;
}

}  // namespace linli
