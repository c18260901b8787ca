// SPDX-License-Identifier: Apache-2.0
#include "hall/store/unknown_account_store.h"

namespace linli {

Result<UnknownAccountStore> UnknownAccountStore::open(Database& database) {
    UnknownAccountStore store;
    LINLI_TRY_ASSIGN(store.find_, database.prepare("SELECT failures, failed_steady_ms, locked_until_steady_ms FROM "
                                                   "unknown_account WHERE heap = ?"));
    LINLI_TRY_ASSIGN(store.save_, database.prepare("INSERT OR REPLACE INTO unknown_account VALUES (?, ?, ?, ?)"));
    LINLI_TRY_ASSIGN(store.entries_, database.prepare("SELECT begin_steady_ms, recorded, passed_over FROM "
                                                      "unknown_account_entries"));
    LINLI_TRY_ASSIGN(store.save_entries_, database.prepare("UPDATE unknown_account_entries SET begin_steady_ms = ?, "
                                                           "recorded = ?, passed_over = ?"));
    return store;
}

Result<SignInFailures> UnknownAccountStore::find(int heap) {
    Query query(find_);
    query.bind(heap);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    if (!found) return SignInFailures{};
    return SignInFailures{static_cast<int>(query.integer(0)), query.integer(1), query.integer(2)};
}

Status UnknownAccountStore::save(int heap, const SignInFailures& failures) {
    return Query(save_)
        .bind(heap)
        .bind(failures.failures)
        .bind(failures.failed_steady_ms)
        .bind(failures.locked_until_steady_ms)
        .run();
}

Result<UnknownAccountEntries> UnknownAccountStore::entries() {
    Query query(entries_);
    LINLI_TRY(query.step());
    return UnknownAccountEntries{query.integer(0), query.integer(1), query.integer(2)};
}

Status UnknownAccountStore::save(const UnknownAccountEntries& entries) {
    return Query(save_entries_).bind(entries.begin_steady_ms).bind(entries.recorded).bind(entries.passed_over).run();
}

}  // namespace linli
