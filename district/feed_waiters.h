// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "district/store/connection_pool.h"
#include "hall/wire/sync_json.h"
#include "web/server/late_answer.h"

namespace linli::district {

/// Boxes that wait until something is there for them, none of which holds a thread: one looks for all of them once a
/// second, since commands come from other programs and other machines.
class FeedWaiters {
public:
    struct Waiting {
        std::string hall_id, cursor;
        std::int64_t newest = 0;  ///< the hall's newest position when nothing was found
        sync::FeedPage nothing;   ///< what is answered when the time is over
        std::chrono::steady_clock::time_point until;
        web::LateAnswer answer;
    };

    explicit FeedWaiters(ConnectionPool& pool);
    ~FeedWaiters();
    FeedWaiters(const FeedWaiters&) = delete;
    FeedWaiters& operator=(const FeedWaiters&) = delete;

    /// Answers at once where too many wait, or the server stops.
    void add(Waiting waiting);
    std::size_t count() const;
    /// All are answered, and nobody waits any more.
    void stop();

private:
    void watch();
    /// Answers those whose time is over or for whom something has come; gives the others.
    std::vector<Waiting> look(std::vector<Waiting> waiting);

    ConnectionPool& pool_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Waiting> waiting_;
    std::size_t looked_at_ = 0;  ///< of those that wait, as many as are just being looked at
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace linli::district
