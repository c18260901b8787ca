// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_sync.h"

#include "hall/acts/link_steps.h"
#include "hall/acts/unsent_age.h"
#include "hall/base/live_mark.h"
#include "hall/base/signing.h"

namespace linli {

Result<SyncView> show_sync(Hall& hall) {
    HallStores& stores = hall.stores();
    LINLI_TRY_ASSIGN(Transaction moment, stores.database->begin_read());
    LINLI_TRY_ASSIGN(const Box box, stores.box.load());
    LINLI_TRY_ASSIGN(const SyncLink link, stores.sync.link());
    SyncView view;
    view.state = link.state;
    view.address = link.address;
    view.hall_id = link.hall_id;
    view.hall_name = link.hall_name;
    if (!link.public_key.empty()) view.fingerprint = fingerprint_of(link.public_key);
    view.journal_seq = box.journal_seq;
    view.acked_through = link.acked_through;
    view.durable_through = link.durable_through;
    view.unsent = unsent_count(box, link);
    LINLI_TRY_ASSIGN(view.oldest_unsent_ms, unsent_age_ms(hall, box, link));
    LINLI_TRY_ASSIGN(view.unsent_attachments, stores.attachments.unsent_count());
    view.contact_ms = link.contact_wall_ms;
    if (link.contact_wall_ms)
        view.since_contact_ms = steady_now(box.mark.mark, read(hall.clock())) - link.contact_steady_ms;
    view.trouble = trouble_from(link.trouble);
    view.trouble_detail = link.trouble_detail;
    view.trouble_ms = link.trouble_wall_ms;
    view.agent_runs = program_runs(stores.database->path(), sync_program);
    LINLI_TRY(moment.commit());
    return view;
}

}  // namespace linli
