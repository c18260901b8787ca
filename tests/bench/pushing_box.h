// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "district/store/devices.h"
#include "district/store/halls.h"
#include "district/store/open_database.h"
#include "hall/journal/entry.h"
#include "hall/wire/sync_json.h"

namespace linli::bench {

constexpr std::int64_t pushing_begin_ms = 1'795'399'200'000;  // 2026-11-23 10:00 in Shanghai
constexpr int entries_a_batch = 500;                          // the most that a box sends at once

/// What becomes of a ticket, entry by entry: taken, called, served, finished, and then the next one.
constexpr int ticket_steps = 4;
struct TicketStep {
    std::string kind, body;
};
TicketStep ticket_step(int entry);

/// A batch as a box sends it.
struct PushedBatch {
    sync::PushHead head;
    std::string body;
    std::vector<JournalEntry> entries;
    std::vector<std::string> bytes;  ///< of each entry, frozen
};

/// One hall's box with a day of tickets, taken, called and finished, as batches that are ready to be sent.
struct PushingBox {
    district::HallRow hall;
    district::DeviceRow device;
    std::vector<PushedBatch> batches;
};
PushingBox make_pushing_box(int which, int batches);

/// Makes the district's tables and lets these boxes in.
bool let_in(const district::DatabasePlace& place, const std::vector<PushingBox>& boxes);

}  // namespace linli::bench
