// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/note_push.h"

#include <algorithm>

#include "hall/acts/link_steps.h"

namespace linli {
namespace {

// Of a stretch that is sent once more.
Status note_stretch(SyncStore& sync, const PushReceipt& receipt, std::int64_t through) {
    LINLI_TRY_ASSIGN(auto stretch, sync.open_stretch(receipt.last));
    if (!stretch || receipt.first != stretch->sent_through + 1 || through <= stretch->sent_through) return {};
    stretch->sent_through = std::min(through, stretch->last);
    return sync.save_stretch(*stretch);
}

}  // namespace

Result<PushNoted> note_push(Hall& hall, const PushReceipt& receipt) {
    SyncStore& sync = hall.stores().sync;
    return change_link(hall, [&](SyncLink& link) -> Result<PushNoted> {
        const std::int64_t through = std::min(receipt.acked_through, receipt.last);
        LINLI_TRY(note_stretch(sync, receipt, through));
        const bool again = receipt.last <= link.acked_through;
        const bool forward = receipt.first <= link.acked_through + 1 && through > link.acked_through;
        if (forward) link.acked_through = through;
        if (forward || again)
            link.durable_through =
                std::max(link.durable_through, std::min(receipt.durable_through, link.acked_through));
        if (link.server_incarnation.empty()) link.server_incarnation = receipt.server_incarnation;
        // The new incarnation is kept only when it has been looked at, so that no crash in between forgets to look.
        if (receipt.server_incarnation != link.server_incarnation || receipt.acked_through < link.acked_through)
            return PushNoted::look_closely;
        return forward || (again && through >= receipt.first) ? PushNoted::forward : PushNoted::nothing_new;
    });
}

Result<bool> note_gap(Hall& hall, std::int64_t acked_through) {
    SyncStore& sync = hall.stores().sync;
    return change_link(hall, [&](SyncLink& link) -> Result<bool> {
        if (acked_through < 0 || acked_through >= link.acked_through) return false;
        link.acked_through = acked_through;
        link.durable_through = std::min(link.durable_through, acked_through);
        LINLI_TRY(sync.drop_stretches_behind(acked_through));
        return true;
    });
}

}  // namespace linli
