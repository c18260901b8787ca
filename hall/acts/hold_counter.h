// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/queue/clerk.h"

namespace linli {

/// Though somebody else holds the counter?
enum class TakeOver { no, yes };
/// May it be a counter that somebody else holds?
enum class Whose { own, anybodys };
/// Why counters are let go.
enum class LetGo { clerk, sign_out, idle, account_off };
const char* name_of(LetGo why);

/// The counter is this clerk's from now on, and open. One clerk may hold several. Whoever is in its hand stays there,
/// and what the one before could take back no longer can be. Holding it already changes nothing. Refuses:
/// unknown_counter, counter_held.
ActResult<int> hold_counter(Hall& hall, int counter, const Clerk& clerk, TakeOver take_over);

/// Closes a counter that is held, as close_counter does; nobody holds it then. Refuses: unknown_counter,
/// counter_not_held (only with Whose::own), counter_busy, counter_closed_already.
ActResult<int> release_counter(Hall& hall, int counter, const std::string& account, Whose whose);

/// Lets every counter of the account go that has nobody in hand, and closes it. The others stay as they are.
struct Released {
    std::vector<int> closed;
    std::vector<int> kept;  ///< somebody is in hand there
};
Result<Released> release_counters_of(Hall& hall, const std::string& account, LetGo why);

/// The counters that the account holds, in their order.
Result<std::vector<int>> counters_of(Hall& hall, const std::string& account);

}  // namespace linli
