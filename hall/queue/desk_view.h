// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "hall/queue/clerk.h"
#include "hall/queue/desk_order.h"
#include "hall/queue/desk_ticket.h"
#include "hall/queue/device.h"
#include "hall/queue/expected_wait.h"
#include "hall/queue/help_call.h"
#include "hall/queue/notice.h"
#include "hall/queue/print_job.h"

namespace linli {

/// A counter as the desk sees it.
struct DeskCounter {
    int number = 0;
    bool open = false;
    WallMs since_ms = 0;
    Clerk holder;  ///< empty for nobody
    std::optional<DeskTicket> in_hand;
    std::optional<std::string> next;  ///< the code that it would call next, in hand or not; nothing while it is closed
};

/// What a counter can still take back.
struct UndoOffer {
    int counter = 0;
    Order order = Order::next;
    std::string code;
    WallMs until_ms = 0;
};

/// Today so far.
struct DayFigures {
    int taken = 0;
    int done = 0;
    std::map<std::string, int> done_by;  ///< by account
    std::int64_t waited_mean_ms = 0;     ///< of those who were called; 0 for none
    std::int64_t longest_wait_ms = 0;    ///< of those who stand in the line now
    std::string longest_code;
};

/// The whole hall at one instant, for the staff's pages.
struct DeskView {
    std::string mark;  ///< another one after every change of the hall
    WallMs now_ms = 0;
    std::int64_t content_version = 0;
    std::string service_date;
    bool open = false;  ///< numbers are given, by the hours
    std::optional<WallMs> closes_ms;
    bool clock_behind = false;
    std::vector<DeskTicket> line;  ///< in the order of calling
    std::vector<DeskTicket> held;
    std::vector<DeskTicket> missed;  ///< today's, newest first
    std::vector<DeskCounter> counters;
    DayFigures today;
    std::vector<DeviceStatus> devices;
    std::vector<HelpCall> help;  ///< oldest first
    HallNotices notices;         ///< a message that is past is left out
    std::vector<UndoOffer> undo;
};

/// A visit that has ended.
struct Visit {
    Ticket ticket;
    std::string outcome;
    std::string note;
    std::string staff;  ///< the name of who ended it, empty where a machine did
    std::int64_t visit_ms = 0;
    std::int64_t waited_ms = 0;
};

/// A stretch of a ticket's life; the last one may still run.
struct TicketStep {
    TicketState state = TicketState::waiting;
    std::optional<int> counter;
    WallMs begin_ms = 0;
    std::int64_t length_ms = 0;
};

/// One of today's numbers with what became of it.
struct TicketStory {
    DeskTicket ticket;
    int people_ahead = 0;
    std::optional<WaitRange> wait;
    std::string outcome;
    std::string note;
    std::vector<TicketStep> steps;
    std::optional<PrintState> slip;  ///< of its newest paper
};

}  // namespace linli
