// SPDX-License-Identifier: Apache-2.0
#include "hall/machine/box_clock.h"

#include <sys/timex.h>

namespace linli {

ClockKeeping clock_keeping() {
    timex state{};
    return adjtimex(&state) >= 0 && (state.status & STA_UNSYNC) == 0 ? ClockKeeping::by_network
                                                                     : ClockKeeping::by_nobody;
}

}  // namespace linli
