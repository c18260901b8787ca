// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hall/acts/act.h"

namespace linli {

/// What the acts at a counter share: finding the counter and the ticket in its hand.

/// Refuses: unknown_counter, counter_closed.
ActResult<const CounterPlan*> open_counter_plan(Act& act, int counter);
/// The ticket that the counter has called or serves; nothing where its hands are free.
Result<std::optional<TicketRow>> in_hand(Act& act, int counter);
/// The same, and refuses: unknown_counter, nothing_in_hand. A closed counter may still finish what it has.
ActResult<TicketRow> must_be_in_hand(Act& act, int counter);
/// Today's ticket by its code. Refuses: unknown_ticket.
ActResult<TicketRow> find_ticket(Act& act, const std::string& code);
/// May this counter call it: it takes the matter, and nobody handed it to another counter.
bool may_call(const HallContent& content, const CounterPlan& plan, const Ticket& ticket);

}  // namespace linli
