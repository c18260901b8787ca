// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace linli::web {

struct QueueLimits {
    std::size_t threads = 1;
    std::size_t waiting_max = 256;
    std::size_t per_sender_max = 0;  ///< waiting or being done, of one sender; 0 for no such limit
};

/// A lane: jobs that are done one after another, away from the network's thread. What is refused or dropped is never
/// run, and its sender has to be told so.
class WorkQueue {
public:
    explicit WorkQueue(QueueLimits limits);
    ~WorkQueue() { end(); }
    WorkQueue(const WorkQueue&) = delete;
    WorkQueue& operator=(const WorkQueue&) = delete;

    /// False where too much waits already, of all or of this sender, or after stop(). An empty sender is nobody's.
    bool add(const std::string& sender, std::function<void()> job);
    /// Nothing more begins.
    void stop();
    /// The same, and waits for what is being done.
    void end();
    std::size_t waiting() const;
    /// How long the longest-running job has been at it.
    std::chrono::milliseconds busy_for() const;

private:
    using Clock = std::chrono::steady_clock;
    struct Job {
        std::string sender;
        std::function<void()> run;
    };
    void work(std::size_t thread);

    const QueueLimits limits_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> jobs_;
    std::map<std::string, std::size_t> of_sender_;
    std::vector<Clock::time_point> began_;  ///< of each thread's job; the epoch for none
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace linli::web
