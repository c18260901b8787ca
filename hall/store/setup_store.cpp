// SPDX-License-Identifier: Apache-2.0
#include "hall/store/setup_store.h"

namespace linli {

Result<SetupStore> SetupStore::open(Database& database) {
    SetupStore store;
    LINLI_TRY_ASSIGN(store.find_, database.prepare("SELECT hash, made_steady_ms, tries FROM setup_code"));
    LINLI_TRY_ASSIGN(store.save_, database.prepare("INSERT INTO setup_code VALUES (1, ?, ?, ?) ON CONFLICT DO UPDATE "
                                                   "SET hash = excluded.hash, made_steady_ms = "
                                                   "excluded.made_steady_ms, tries = excluded.tries"));
    LINLI_TRY_ASSIGN(store.drop_, database.prepare("DELETE FROM setup_code"));
    return store;
}

Result<std::optional<SetupCode>> SetupStore::find() {
    Query query(find_);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    if (!found) return std::optional<SetupCode>();
    return std::optional(SetupCode{query.text(0), query.integer(1), static_cast<int>(query.integer(2))});
}

Status SetupStore::save(const SetupCode& code) {
    return Query(save_).bind_blob(code.hash).bind(code.made_steady_ms).bind(code.tries).run();
}

Status SetupStore::drop() { return Query(drop_).run(); }

}  // namespace linli
