// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/acts/desk_order.h"
#include "tests/support/test_hall.h"

namespace linli::support {

inline const Clerk clerk_one{"wang", "王小测"};
inline const Clerk clerk_two{"li", "李小试"};

/// A hall whose counter 1 is held by clerk_one, with orders given as that clerk's page would: it knows who is in hand.
class Desk {
public:
    explicit Desk(const ContentDocuments& documents = embedded_content());

    TestHall test;
    Hall& hall() { return test.hall(); }

    /// An order with a new request id, at counter 1, with who is really in hand.
    DeskOrder made(Order order, int counter = 1);
    ActResult<DeskOrderDone> give(const DeskOrder& order) { return give_order(hall(), order); }
    /// Made and given; the test fails where it is refused.
    DeskOrderDone gives(Order order, int counter = 1);
    std::string refuses(Order order, int counter = 1) { return refusal(give(made(order, counter))); }
    std::string in_hand(int counter = 1);
    void hold(int counter, const Clerk& clerk);
};

/// "A001 called", or "nobody".
std::string words(const std::optional<DeskTicket>& ticket);

}  // namespace linli::support
