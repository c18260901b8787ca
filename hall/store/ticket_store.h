// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "hall/queue/clerk.h"
#include "hall/queue/ticket.h"
#include "hall/store/database.h"

namespace linli {

/// A ticket as it lies in the database, with what only acts need.
struct TicketRow {
    std::int64_t row = 0;
    Ticket ticket;
    std::optional<WallMs> called_ms;  ///< the newest call
    std::int64_t waited_ms = 0;       ///< its stretches in the line that have ended, together
    std::int64_t visit_ms = 0;        ///< the same of called and serving since it was last called from the line
    std::string outcome;              ///< of one that has ended: of the visit, or why it left; empty where it may go on
    std::string note;
    Clerk ended_by;
};

/// What issuing adds to a ticket and nobody reads again with it.
struct TicketOrigin {
    std::string idempotency_key;
    std::optional<std::string> person;  ///< keyed hash of the identity number
    std::string boot_id;
};

/// A stretch of a ticket's life that has ended.
struct TicketPeriod {
    TicketState state = TicketState::waiting;
    std::optional<int> counter;
    WallMs begin_ms = 0;
    std::int64_t length_ms = 0;
};

class TicketStore {
public:
    static Result<TicketStore> open(Database& database);

    /// The number after the highest of this day and letter. With the transaction it is in, no number is given twice.
    Result<int> next_number(std::int64_t service_day, char letter);
    Status insert(const Ticket& ticket, const TicketOrigin& origin);
    Status update(const TicketRow& row);

    /// By what the paper says: of this day, or still open from an earlier one.
    Result<std::optional<TicketRow>> find(std::int64_t service_day, const TicketCode& code);
    Result<std::optional<TicketRow>> find_by_id(std::string_view id);
    Result<std::optional<TicketRow>> find_by_row(std::int64_t row);
    Result<std::optional<TicketRow>> find_by_key(std::string_view idempotency_key);
    Result<std::optional<TicketRow>> find_open_of_person(std::string_view person, std::string_view matter);
    /// Another open ticket that the person of this one holds for the matter.
    Result<std::optional<TicketRow>> find_open_of_same_person(std::int64_t row, std::string_view matter);

    /// Everybody to be called, next first.
    Result<std::vector<TicketRow>> line();
    /// The first in the line that fits; it reads no further.
    Result<std::optional<TicketRow>> first_in_line(const std::function<bool(const Ticket&)>& fits);
    /// Called, serving or held at any counter.
    Result<std::vector<TicketRow>> at_counters();
    /// The newest calls of a day, newest first. The order is the journal's, because the wall clock may have been set
    /// back since; a ticket called many times counts once.
    Result<std::vector<TicketRow>> recent_calls(std::int64_t service_day, int most);
    /// All of days before this one that have not ended.
    Result<std::vector<TicketRow>> left_over(std::int64_t service_day);
    Result<std::string> boot_of(std::int64_t row);
    /// All of one day in the order they were issued.
    Result<std::vector<TicketRow>> of_day(std::int64_t service_day);
    /// Those that have ended, newest first.
    Result<std::vector<TicketRow>> ended(std::int64_t service_day);

    /// How many were issued on that day. Tickets are never deleted and their day never changes, so only those are
    /// counted that came after the last time; asked before an act inserts its own, so that what is rolled back was not
    /// counted.
    Result<int> count(std::int64_t service_day);
    Result<int> count(std::int64_t service_day, std::string_view matter);

    Status add_period(std::int64_t row, const TicketPeriod& period);
    Result<std::vector<TicketPeriod>> periods(std::int64_t row);
    /// Forgets the period that ended last: what ended it was taken back.
    Status remove_newest_period(std::int64_t row);

private:
    Result<std::vector<TicketRow>> read_all(Query& query);
    Result<std::optional<TicketRow>> read_one(Query& query);
    Statement next_number_, insert_, update_, find_, find_open_, find_id_, find_row_, find_key_, find_person_,
        find_same_person_, line_, at_counters_, recent_, left_over_, boot_of_, of_day_, ended_, count_, count_new_,
        count_matter_, add_period_, periods_, remove_period_;

    struct Counted {
        std::int64_t service_day = -1, last_row = 0;
        int tickets = 0;
    } counted_;
};

}  // namespace linli
