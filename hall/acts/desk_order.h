// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/queue/desk_order.h"

namespace linli {

/// Does one order at a counter, whole or not at all. A request id that was seen today or yesterday gives the answer of
/// then and does nothing, whatever has happened since. Refuses: request_id_used (for another order), unknown_counter,
/// counter_not_held, in_hand_changed, and what the act of that name refuses (call_number.h, serve_number.h).
/// finish_next is done too where nobody waits.
///
/// undo takes the counter's newest order back, once, within order_undo_ms_max: the tickets are as before it, in line
/// and in time, and a visit that was learnt from is forgotten. Refuses besides: nothing_to_undo, too_late, wrong_state
/// (an act has touched one of the tickets since), counter_busy, already_waiting (the person has taken another number
/// since).
///
/// Error: invalid_input for a request id that is not 8 to 64 characters, an outcome that is none, a note too long, and
/// a hand-over to nowhere.
ActResult<DeskOrderDone> give_order(Hall& hall, const DeskOrder& order);

}  // namespace linli
