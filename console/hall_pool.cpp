// SPDX-License-Identifier: Apache-2.0
#include "console/hall_pool.h"

namespace linli::console {

std::unique_ptr<KeptHall> HallPool::borrow() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            std::unique_ptr<KeptHall> hall = std::move(idle_.back());
            idle_.pop_back();
            return hall;
        }
    }
    return std::make_unique<KeptHall>(
        KeptHall::Parts{.database = database_, .clock = clock_, .place = "console", .retry_ms = 500});
}

void HallPool::give_back(std::unique_ptr<KeptHall> hall) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(hall));
}

}  // namespace linli::console
