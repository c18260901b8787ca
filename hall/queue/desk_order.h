// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hall/queue/clerk.h"
#include "hall/queue/desk_ticket.h"

namespace linli {

/// What a clerk can do at a counter.
enum class Order { next, call, recall, serve, miss, hold, hand_over, finish, finish_next, undo };
const char* name_of(Order order);
std::optional<Order> order_from(std::string_view name);
/// May it be taken back? A person who was called once more has heard it.
inline bool can_be_undone(Order order) { return order != Order::recall && order != Order::undo; }
/// For so long, on the steady clock.
inline constexpr std::int64_t order_undo_ms_max = 10'000;

/// One order as the page sends it.
struct DeskOrder {
    std::string request_id;  ///< 8 to 64 characters, new for each order; the same one gives the same answer
    int counter = 0;
    Clerk clerk;
    Order order = Order::next;
    std::string in_hand;            ///< the number that the clerk sees in hand, empty for none
    std::string code;               ///< whom to call
    std::string outcome = "done";   ///< of finish and finish_next: one of hall/queue/outcome.h
    std::string note;               ///< of the same, at most 500 characters
    std::optional<int> to_counter;  ///< of hand_over
    std::optional<std::string> to_matter;
};

/// What came of it, the same for every repetition.
struct DeskOrderDone {
    std::string request_id;
    Order order = Order::next;
    bool repeated = false;              ///< it had been done before; everything else is as it was then
    std::optional<DeskTicket> in_hand;  ///< after it
    std::optional<DeskTicket> ended;    ///< whom it finished, missed, held or handed over
    bool nobody_waits = false;          ///< finish_next finished, and there was nobody to call
    std::optional<WallMs> undo_until_ms;
};

/// What a ticket was before an order, all that an order can change.
struct TicketBefore {
    std::int64_t row = 0;
    std::string matter;
    TicketState state = TicketState::waiting;
    WallMs state_since_ms = 0;
    std::int64_t state_since_steady_ms = 0;
    std::optional<int> counter;
    int calls = 0;
    std::optional<WallMs> called_ms;
    std::int64_t waited_ms = 0;
    std::int64_t visit_ms = 0;
    Clerk ended_by;
    /// What the order made of it. Where it is something else now, another act has touched it since.
    struct After {
        TicketState state = TicketState::waiting;
        std::int64_t state_since_steady_ms = 0;
        std::int64_t order_key = 0;
        std::optional<int> counter;
        int calls = 0;
        std::string priority;
        bool operator==(const After&) const = default;
    } after;
};

/// A visit that was learnt from: the cell and what was added to it.
struct TaughtVisit {
    std::string matter;
    int hour = 0;
    int open_counters = 1;
    double minutes = 0;  ///< as much as was believed
    WallMs wall_ms = 0;
};

/// How to take an order back.
struct OrderUndo {
    Order order = Order::next;
    std::string code;  ///< whom it was about, in the first place
    std::int64_t steady_ms = 0;
    std::vector<TicketBefore> tickets;  ///< in the order in which it changed them
    std::optional<TaughtVisit> taught;
};

}  // namespace linli
