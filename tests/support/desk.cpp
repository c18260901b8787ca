// SPDX-License-Identifier: Apache-2.0
#include "tests/support/desk.h"

#include "hall/acts/hold_counter.h"

namespace linli::support {

Desk::Desk(const ContentDocuments& documents) : test(documents) { hold(1, clerk_one); }

void Desk::hold(int counter, const Clerk& clerk) { done(hold_counter(hall(), counter, clerk, TakeOver::no)); }

DeskOrder Desk::made(Order order, int counter) {
    DeskOrder made;
    made.request_id = new_key();
    made.counter = counter;
    const auto holder = value_of(test.stores().holders.find(counter));
    made.clerk = holder ? holder->clerk : clerk_one;
    made.order = order;
    made.in_hand = in_hand(counter);
    return made;
}

DeskOrderDone Desk::gives(Order order, int counter) { return done(give(made(order, counter))); }

std::string Desk::in_hand(int counter) {
    for (const TicketRow& row : value_of(test.stores().tickets.at_counters()))
        if (row.ticket.counter == counter && row.ticket.state != TicketState::held) return row.ticket.code();
    return {};
}

std::string words(const std::optional<DeskTicket>& ticket) {
    return ticket ? ticket->ticket.code() + " " + name_of(ticket->ticket.state) : "nobody";
}

}  // namespace linli::support
