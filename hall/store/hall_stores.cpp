// SPDX-License-Identifier: Apache-2.0
#include "hall/store/hall_stores.h"

namespace linli {

Result<std::unique_ptr<HallStores>> HallStores::open(const std::filesystem::path& path, OpenMode mode) {
    auto stores = std::make_unique<HallStores>();
    LINLI_TRY_ASSIGN(stores->database, Database::open(path, mode));
    Database& database = *stores->database;
    LINLI_TRY_ASSIGN(stores->box, BoxStore::open(database));
    LINLI_TRY_ASSIGN(stores->journal, JournalStore::open(database));
    LINLI_TRY_ASSIGN(stores->tickets, TicketStore::open(database));
    LINLI_TRY_ASSIGN(stores->day_counts, DayCountStore::open(database));
    LINLI_TRY_ASSIGN(stores->counters, CounterStore::open(database));
    LINLI_TRY_ASSIGN(stores->holders, HolderStore::open(database));
    LINLI_TRY_ASSIGN(stores->orders, DeskOrderStore::open(database));
    LINLI_TRY_ASSIGN(stores->visits, VisitStore::open(database));
    LINLI_TRY_ASSIGN(stores->help, HelpStore::open(database));
    LINLI_TRY_ASSIGN(stores->notices, NoticeStore::open(database));
    LINLI_TRY_ASSIGN(stores->devices, DeviceStore::open(database));
    LINLI_TRY_ASSIGN(stores->prints, PrintStore::open(database));
    LINLI_TRY_ASSIGN(stores->announcers, AnnouncerStore::open(database));
    LINLI_TRY_ASSIGN(stores->setup, SetupStore::open(database));
    LINLI_TRY_ASSIGN(stores->staff, StaffStore::open(database));
    LINLI_TRY_ASSIGN(stores->staff_sessions, StaffSessionStore::open(database));
    LINLI_TRY_ASSIGN(stores->unknown_accounts, UnknownAccountStore::open(database));
    LINLI_TRY_ASSIGN(stores->content, ContentStore::open(database));
    LINLI_TRY_ASSIGN(stores->searches, SearchStore::open(database));
    LINLI_TRY_ASSIGN(stores->reads, ReadCountStore::open(database));
    LINLI_TRY_ASSIGN(stores->sync, SyncStore::open(database));
    LINLI_TRY_ASSIGN(stores->attachments, AttachmentStore::open(database));
    return stores;
}

}  // namespace linli
