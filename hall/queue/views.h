// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hall/base/clock.h"
#include "hall/queue/device.h"
#include "hall/queue/expected_wait.h"
#include "hall/queue/notice.h"
#include "hall/queue/print_job.h"
#include "hall/queue/refusal.h"
#include "hall/queue/ticket.h"

namespace linli {

/// A ticket as people see it now.
struct TicketView {
    Ticket ticket;
    int people_ahead = 0;           ///< who stand before it at the counters that take it; 0 once called
    std::optional<WaitRange> wait;  ///< nothing where no open counter takes the matter, or it is not in the line
    std::vector<int> counters;      ///< that take the matter, the open ones; all of them where none is open
    bool any_counter_open = false;
    std::optional<PrintJob> slip;  ///< its newest paper; nothing where none was wanted
    std::string page_address;      ///< of its page for a phone; empty where the hall belongs to no district
};

/// People ahead and the expected wait of a number that would be taken now, for the page before it is taken.
struct MatterOutlook {
    int people_ahead = 0;
    std::optional<WaitRange> wait;
    std::vector<int> counters;
    bool any_counter_open = false;
    std::optional<Refused> refused;  ///< why no number would be given now
};
/// A counter at this moment.
struct CounterStatus {
    int number = 0;
    bool open = false;
    WallMs since_ms = 0;
    std::optional<Ticket> in_hand;  ///< called or serving
    int held = 0;
};

/// One call, for the pages that show who is called.
struct RecentCall {
    Ticket ticket;
    int counter = 0;
    WallMs called_ms = 0;
};

/// The hall at a glance: what the attract page, the home page and `linli line` show.
struct HallStatus {
    int waiting = 0;
    int open_counters = 0;
    std::optional<WaitRange> wait;        ///< of a number taken now for the matter most asked for
    std::optional<Refused> issuing;       ///< why no number is given now; nothing while they are
    std::optional<int> closes_at_minute;  ///< today's last closing, minutes since midnight
    bool break_today = false;             ///< is there a pause between two spans today
    std::vector<CounterStatus> counters;
    std::vector<RecentCall> calls;  ///< newest first, at most six
    bool clock_behind = false;      ///< the clock shows less than the newest record: it is wrong
    bool help_called = false;       ///< someone at the kiosk waits for a person
    std::vector<DeviceStatus> devices;
    std::optional<LocalizedText> message;     ///< of the staff to everybody, while it is valid; neither text is empty
    std::vector<MatterPause> paused_matters;  ///< for which no numbers are given now
};

/// One who stands in the line.
struct LineEntry {
    Ticket ticket;
    double waited_minutes = 0;
};

}  // namespace linli
