// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"

namespace linli {

/// What becomes of the ticket in a counter's hand. All refuse: unknown_counter, nothing_in_hand.

/// The person has come to the desk. Refuses besides: wrong_state (served already).
ActResult<Ticket> serve(Hall& hall, int counter);
/// Nobody came. Refuses besides: wrong_state (being served).
ActResult<Ticket> miss(Hall& hall, int counter);
/// The person goes for a copy or a paper and comes back to this counter, which is free meanwhile.
ActResult<Ticket> hold(Hall& hall, int counter);
/// The visit is over. The outcome is one word of the counter's ("done", "accepted", "material_missing", …, at most 32
/// characters), the note at most 500 characters. The visit's length teaches the expected wait.
struct Finish {
    std::string outcome = "done";
    std::string note;
};
ActResult<Ticket> finish(Hall& hall, int counter, const Finish& finish);

/// The person goes on at another counter, or with another matter; the place in the line stays, so that they come next.
/// Refuses besides: unknown_matter, unknown_counter, not_taken_here (the target counter does not take the matter),
/// counter_closed (the target), already_waiting (the person has another number for that matter).
struct HandOver {
    std::optional<int> counter;
    std::optional<std::string> matter;
};
ActResult<Ticket> hand_over(Hall& hall, int counter, const HandOver& target);

/// A claimed priority was not shown at the counter: the ticket moves to where it would stand without. Refuses:
/// unknown_ticket, wrong_state (not in the line, or no priority).
ActResult<Ticket> remove_priority(Hall& hall, const std::string& code, const std::string& reason);

}  // namespace linli
