// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/store/hall_stores.h"

namespace linli {

/// One act in hand: its transaction, the moment on both clocks, the service day, the content. Every act begins one,
/// decides, saves, journals and commits; an act that is dropped leaves nothing behind.
class Act {
public:
    /// Begins the transaction. When a midnight has passed, opens the new service day in it (what is left of the old one
    /// ends, counters close).
    static Result<Act> begin(Hall& hall);

    HallStores& stores() { return hall_->stores(); }
    const HallContent& content() const { return *content_; }
    const Box& box() const { return box_; }
    WallMs wall_ms() const { return box_.mark.mark.reading.wall_ms; }
    std::int64_t steady_ms() const { return box_.mark.mark.steady_ms; }
    const std::string& boot_id() const { return box_.mark.mark.reading.boot_id; }
    std::int64_t service_day() const { return box_.mark.day.id; }
    LocalTime local_time() const { return hall_->zone().at(wall_ms()); }
    const TimeZone& zone() const { return hall_->zone(); }

    /// Appends one entry to the journal, in this act's transaction.
    Status record(std::string_view kind, std::string_view subject, std::string body);
    /// A refusal keeps what was changed until now, though it is no entry of the journal: how often somebody tried.
    void keep_though_refused() { kept_ = true; }
    /// Makes everything durable.
    Status commit();
    /// Ends an act that was refused: what a midnight changed, what was recorded and what keep_though_refused() says is
    /// kept, nothing else was done.
    Status commit_refused();

private:
    Act(Hall& hall, Transaction transaction) : hall_(&hall), transaction_(std::move(transaction)) {}
    Status meet_the_day();
    Status open_day(const LocalDate& today, DayStep step);

    Hall* hall_;
    Transaction transaction_;
    std::shared_ptr<const HallContent> content_;
    Box box_;
    bool kept_ = false;
};

/// Ends the running period of a ticket and begins the next; what was said of an earlier end is gone. The row is still
/// to be saved.
Status begin_state(Act& act, TicketRow& row, TicketState state);
/// The same, and saves it.
Status change_state(Act& act, TicketRow& row, TicketState state);

/// Runs `decide` in an act; commits where it decided, and where it refused keeps only the new day. `decide` takes Act&
/// and gives an ActResult.
template <class Decide>
auto perform(Hall& hall, Decide&& decide) -> decltype(decide(std::declval<Act&>())) {
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    auto decision = decide(act);
    if (!decision) return decision;
    if (*decision)
        LINLI_TRY(act.commit());
    else
        LINLI_TRY(act.commit_refused());
    return decision;
}

}  // namespace linli
