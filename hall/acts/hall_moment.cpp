// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/hall_moment.h"

#include "hall/store/hall_stores.h"

namespace linli {

Result<HallMoment> read_moment(Hall& hall) {
    LINLI_TRY_ASSIGN(const Box box, hall.stores().box.load());
    const ClockReading now = linli::read(hall.clock());
    HallMoment moment;
    moment.newest = box.mark;
    moment.journal_seq = box.journal_seq;
    moment.wall_ms = now.wall_ms;
    moment.steady_ms = steady_now(box.mark.mark, now);
    moment.here = hall.zone().at(now.wall_ms);
    moment.day_over = next_day_step(box.mark, hall.zone(), now) == DayStep::next;
    moment.service_day = box.mark.day.id + (moment.day_over ? 1 : 0);
    return moment;
}

}  // namespace linli
