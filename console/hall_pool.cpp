// SPDX-License-Identifier: Apache-2.0
#include "console/hall_pool.h"

#include "hall/acts/acts_together.h"

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

Hall* HallPool::shared_hall() const {
    const std::lock_guard lock(mutex_);
    return shared_ && shared_by_ == std::this_thread::get_id() ? shared_ : nullptr;
}

void HallPool::share(Hall* hall) {
    const std::lock_guard lock(mutex_);
    shared_ = hall;
    shared_by_ = std::this_thread::get_id();
}

Status HallPool::together(const std::function<void()>& use) {
    std::unique_ptr<KeptHall> hall = borrow();
    (void)hall->look();
    if (!*hall) {
        give_back(std::move(hall));
        use();  // each tells by itself why the hall is not open
        return {};
    }
    ActsTogether acts(**hall);
    share(hall->get());
    use();
    share(nullptr);
    Status kept = acts.commit();
    // It has counted what was undone.
    if (!kept) hall->drop();
    give_back(std::move(hall));
    return kept;
}

void HallPool::give_back(std::unique_ptr<KeptHall> hall) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(hall));
}

}  // namespace linli::console
