// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/queue/print_job.h"

namespace linli {

/// What came of a paper that was begun.
struct PrintingEnd {
    enum class How : std::uint8_t {
        printed,
        failed,        ///< bytes went, and the paper is not whole or nobody knows
        nothing_sent,  ///< not one byte went: the same copy may be tried again
    };
    How how = How::printed;
    std::optional<SlipTrouble> trouble;  ///< where it failed
};

/// Refuses: wrong_state where the paper is not printing. Error: invalid_input for an unknown id.
ActResult<PrintJob> end_printing(Hall& hall, const std::string& job_id, const PrintingEnd& end);

/// What a program that has just started does for a place: papers that its predecessor was printing when it died end as
/// failed, and where the resident may still be standing there (asked for less than two minutes ago, still in the line)
/// the next copy is queued by itself. Gives how many it found. Only one program prints for a place.
Result<int> end_interrupted_printing(Hall& hall, const std::string& place);

}  // namespace linli
