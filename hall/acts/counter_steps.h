// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hall/acts/act.h"
#include "hall/acts/serve_number.h"
#include "hall/queue/clerk.h"
#include "hall/queue/desk_order.h"

namespace linli {

/// What a step did to one ticket.
struct TicketMove {
    TicketRow before, after;
    std::optional<TaughtVisit> taught;  ///< the visit that the expected wait has learnt from
};

/// What happens at a counter, inside an act that is under way: the rules behind the acts of the same names, which the
/// desk's orders follow as well. They refuse what open_counter.h,
/// call_number.h and serve_number.h say.

ActResult<int> open_counter(Act& act, int counter);
/// Whoever held it holds it no more.
ActResult<int> close_counter(Act& act, int counter, std::string_view reason);

ActResult<TicketMove> call_next(Act& act, int counter);
ActResult<TicketMove> call_ticket(Act& act, int counter, const std::string& code);
ActResult<TicketMove> recall(Act& act, int counter);
ActResult<TicketMove> serve(Act& act, int counter);
ActResult<TicketMove> miss(Act& act, int counter, const Clerk& by);
ActResult<TicketMove> hold(Act& act, int counter);
ActResult<TicketMove> finish(Act& act, int counter, const Finish& finish, const Clerk& by);
ActResult<TicketMove> hand_over(Act& act, int counter, const HandOver& target);

/// Error: invalid_input for an outcome or a note that finish does not take.
Status check(const Finish& finish);
/// Takes a visit out of what the expected wait has learnt.
Status forget_visit(Act& act, const TaughtVisit& taught);

/// The ticket as the step left it.
inline ActResult<Ticket> ticket_after(ActResult<TicketMove> moved) {
    LINLI_TRY_ASSIGN(Decision<TicketMove> move, std::move(moved));
    if (!move) return Decision<Ticket>(tl::unexpected<Refused>(move.error()));
    return Decision<Ticket>(std::move(move->after.ticket));
}

/// A step that was refused before it did anything.
inline ActResult<TicketMove> not_moved(Refused refused) {
    return Decision<TicketMove>(tl::unexpected<Refused>(std::move(refused)));
}

}  // namespace linli
