// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "hall/store/announcer_store.h"
#include "hall/store/attachment_store.h"
#include "hall/store/box_store.h"
#include "hall/store/content_store.h"
#include "hall/store/counter_store.h"
#include "hall/store/database.h"
#include "hall/store/day_count_store.h"
#include "hall/store/desk_order_store.h"
#include "hall/store/device_store.h"
#include "hall/store/help_store.h"
#include "hall/store/holder_store.h"
#include "hall/store/journal_store.h"
#include "hall/store/notice_store.h"
#include "hall/store/print_store.h"
#include "hall/store/read_count_store.h"
#include "hall/store/search_store.h"
#include "hall/store/setup_store.h"
#include "hall/store/staff_session_store.h"
#include "hall/store/staff_store.h"
#include "hall/store/sync_store.h"
#include "hall/store/ticket_store.h"
#include "hall/store/unknown_account_store.h"
#include "hall/store/visit_store.h"

namespace linli {

/// All stores of one open database, with their statements prepared.
struct HallStores {
    static Result<std::unique_ptr<HallStores>> open(const std::filesystem::path& path, OpenMode mode);

    std::unique_ptr<Database> database;  // first, so that it goes last
    BoxStore box;
    JournalStore journal;
    TicketStore tickets;
    DayCountStore day_counts;
    CounterStore counters;
    HolderStore holders;
    DeskOrderStore orders;
    VisitStore visits;
    HelpStore help;
    NoticeStore notices;
    DeviceStore devices;
    PrintStore prints;
    AnnouncerStore announcers;
    SetupStore setup;
    StaffStore staff;
    StaffSessionStore staff_sessions;
    UnknownAccountStore unknown_accounts;
    ContentStore content;
    SearchStore searches;
    ReadCountStore reads;
    SyncStore sync;
    AttachmentStore attachments;
};

}  // namespace linli
