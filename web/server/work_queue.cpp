// SPDX-License-Identifier: Apache-2.0
#include "web/server/work_queue.h"

#include <algorithm>
#include <utility>

namespace linli::web {

namespace {

// A lock is held for as long as they take: a fraction of what a person notices.
constexpr std::size_t together_max = 16;

}  // namespace

WorkQueue::WorkQueue(QueueLimits limits, Together together)
    : limits_(limits), together_(std::move(together)), began_(limits.threads) {
    for (std::size_t i = 0; i < limits_.threads; ++i) threads_.emplace_back([this, i] { work(i); });
}

void WorkQueue::end() {
    stop();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
}

bool WorkQueue::add(const std::string& sender, Job job) {
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
    std::deque<Waiting> dropped;
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
        std::vector<Waiting> jobs = take();
        began_[thread] = Clock::now();
        lock.unlock();
        run(jobs);
        for (Waiting& done : jobs) done.job = {};  // what it holds goes away without the lock
        lock.lock();
        began_[thread] = {};
        for (const Waiting& done : jobs) {
            const auto found = of_sender_.find(done.sender);
            if (found != of_sender_.end() && --found->second == 0) of_sender_.erase(found);
        }
    }
}

std::vector<WorkQueue::Waiting> WorkQueue::take() {
    const std::size_t count = together_ ? std::min(jobs_.size(), together_max) : 1;
    std::vector<Waiting> jobs;
    for (std::size_t i = 0; i < count; ++i) {
        jobs.push_back(std::move(jobs_.front()));
        jobs_.pop_front();
    }
    return jobs;
}

void WorkQueue::run(std::vector<Waiting>& jobs) const {
    const auto run_all = [&jobs] {
        for (const Waiting& one : jobs) one.job.run();
    };
    std::optional<Response> instead;
    if (jobs.size() > 1)
        instead = together_(run_all);
    else
        run_all();
    for (const Waiting& one : jobs)
        if (one.job.tell) one.job.tell(instead);
}

}  // namespace linli::web
