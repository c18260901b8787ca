// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_box.h"

#include "hall/store/hall_stores.h"

namespace linli {

Result<BoxFacts> show_box(Hall& hall) {
    HallStores& stores = hall.stores();
    LINLI_TRY_ASSIGN(const Transaction moment, stores.database->begin_read());
    LINLI_TRY_ASSIGN(const Box box, stores.box.load());
    BoxFacts facts;
    facts.box_id = box.box_id;
    facts.journal_entries = box.journal_seq;
    facts.database = stores.database->path().string();
    facts.sqlite_version = Database::library_version();
    LINLI_TRY_ASSIGN(facts.content_version, stores.content.newest_version());
    LINLI_TRY_ASSIGN(facts.schema_version, stores.database->schema_version());
    return facts;
}

}  // namespace linli
