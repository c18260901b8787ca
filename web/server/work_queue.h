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
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "web/server/response.h"

namespace linli::web {

struct QueueLimits {
    std::size_t threads = 1;
    std::size_t waiting_max = 256;
    std::size_t per_sender_max = 0;  ///< waiting or being done, of one sender; 0 for no such limit
};

/// One job of a lane.
struct Job {
    std::function<void()> run;
    /// Tells what came of it, after run(); with `instead` where what it did was undone afterwards. May be none.
    std::function<void(const std::optional<Response>& instead)> tell;
};

/// Calls its argument, which runs several jobs that were waiting, so that what they do is made durable together; gives
/// what is to be told to all of them where that failed.
using Together = std::function<std::optional<Response>(const std::function<void()>& run_all)>;

/// A lane: jobs that are done one after another, away from the network's thread. What is refused or dropped is never
/// run, and its sender has to be told so.
class WorkQueue {
public:
    /// With `together`, whose lane has one thread, jobs that wait are run through it; otherwise each by itself.
    explicit WorkQueue(QueueLimits limits, Together together = {});
    ~WorkQueue() { end(); }
    WorkQueue(const WorkQueue&) = delete;
    WorkQueue& operator=(const WorkQueue&) = delete;

    /// False where too much waits already, of all or of this sender, or after stop(). An empty sender is nobody's.
    bool add(const std::string& sender, Job job);
    bool add(const std::string& sender, std::function<void()> run) { return add(sender, Job{std::move(run), {}}); }
    /// Nothing more begins.
    void stop();
    /// The same, and waits for what is being done.
    void end();
    std::size_t waiting() const;
    /// How long the longest-running job has been at it.
    std::chrono::milliseconds busy_for() const;

private:
    using Clock = std::chrono::steady_clock;
    struct Waiting {
        std::string sender;
        Job job;
    };
    void work(std::size_t thread);
    /// Of those that wait: as many as are run together.
    std::vector<Waiting> take();
    void run(std::vector<Waiting>& jobs) const;

    const QueueLimits limits_;
    const Together together_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> jobs_;
    std::map<std::string, std::size_t> of_sender_;
    std::vector<Clock::time_point> began_;  ///< of each thread's job; the epoch for none
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace linli::web
