// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"

namespace linli {

/// A counter begins to call. Refuses: unknown_counter, counter_open_already.
ActResult<int> open_counter(Hall& hall, int counter);
/// It calls no more, and whoever of the staff held it holds it no more; tickets handed over to it alone go back to the
/// line of everybody. Refuses: unknown_counter, counter_closed_already, counter_busy.
ActResult<int> close_counter(Hall& hall, int counter);

}  // namespace linli
