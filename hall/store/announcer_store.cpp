// SPDX-License-Identifier: Apache-2.0
#include "hall/store/announcer_store.h"

namespace linli {

Result<AnnouncerStore> AnnouncerStore::open(Database& database) {
    AnnouncerStore store;
    LINLI_TRY_ASSIGN(store.newest_, database.prepare("SELECT max(journal_seq) FROM announcer"));
    LINLI_TRY_ASSIGN(store.save_,
                     database.prepare("INSERT INTO announcer VALUES (?, ?) ON CONFLICT DO UPDATE SET "
                                      "journal_seq = excluded.journal_seq WHERE excluded.journal_seq > journal_seq"));
    return store;
}

Result<std::optional<std::int64_t>> AnnouncerStore::newest_mark() {
    Query query(newest_);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    return found ? query.integer_or_nothing(0) : std::nullopt;
}

Status AnnouncerStore::save(std::string_view place, std::int64_t journal_seq) {
    return Query(save_).bind(place).bind(journal_seq).run();
}

}  // namespace linli
