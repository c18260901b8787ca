// SPDX-License-Identifier: Apache-2.0
#include "web/server/work_queue.h"

#include <algorithm>
#include <utility>

namespace linli::web {

WorkQueue::WorkQueue(QueueLimits limits) : limits_(limits), began_(limits.threads) {
    for (std::size_t i = 0; i < limits_.threads; ++i) threads_.emplace_back([this, i] { work(i); });
}

void WorkQueue::end() {
    stop();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
}

bool WorkQueue::add(const std::string& sender, std::function<void()> job) {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_ || jobs_.size() >= limits_.waiting_max) return false;
        if (!sender.empty() && limits_.per_sender_max > 0) {
            const auto found = of_sender_.find(sender);
            if (found != of_sender_.end() && found->second >= limits_.per_sender_max) return false;
            ++of_sender_[sender];
        }
        jobs_.push_back({sender, std::move(job)});
    }
    changed_.notify_one();
    return true;
}

void WorkQueue::stop() {
    std::deque<Job> dropped;
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        dropped.swap(jobs_);
    }
    changed_.notify_all();
}

std::size_t WorkQueue::waiting() const {
    const std::lock_guard lock(mutex_);
    return jobs_.size();
}

std::chrono::milliseconds WorkQueue::busy_for() const {
    const std::lock_guard lock(mutex_);
    const Clock::time_point now = Clock::now();
    Clock::duration longest{};
    for (const Clock::time_point began : began_)
        if (began != Clock::time_point{}) longest = std::max(longest, now - began);
    return std::chrono::duration_cast<std::chrono::milliseconds>(longest);
}

void WorkQueue::work(std::size_t thread) {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
        if (jobs_.empty()) return;
        Job job = std::move(jobs_.front());
        jobs_.pop_front();
        began_[thread] = Clock::now();
        lock.unlock();
        job.run();
        job.run = {};  // what it holds goes away without the lock
        lock.lock();
        began_[thread] = {};
        const auto found = of_sender_.find(job.sender);
        if (found != of_sender_.end() && --found->second == 0) of_sender_.erase(found);
    }
}

}  // namespace linli::web
