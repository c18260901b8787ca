// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "web/server/server.h"

namespace linli::web {

/// Hands the access log's lines to the program from a thread of its own. Where the program is slower than the requests
/// come, lines are dropped and counted: the network waits for no disk.
class AccessLog {
public:
    AccessLog(std::function<void(const AccessEntry&)> write, std::size_t waiting_max);
    /// Writes what waits.
    ~AccessLog();
    AccessLog(const AccessLog&) = delete;
    AccessLog& operator=(const AccessLog&) = delete;

    void add(AccessEntry entry);
    std::uint64_t dropped() const;

private:
    void work();
    void write(const AccessEntry& line) noexcept;

    const std::function<void(const AccessEntry&)> write_;
    const std::size_t waiting_max_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<AccessEntry> waiting_;
    std::uint64_t dropped_ = 0;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace linli::web
