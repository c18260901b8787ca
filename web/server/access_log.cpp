// SPDX-License-Identifier: Apache-2.0
#include "web/server/access_log.h"

#include <utility>

namespace linli::web {

AccessLog::AccessLog(std::function<void(const AccessEntry&)> write, std::size_t waiting_max)
    : write_(std::move(write)), waiting_max_(waiting_max) {
    if (write_) thread_ = std::thread([this] { work(); });
}

AccessLog::~AccessLog() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void AccessLog::add(AccessEntry entry) {
    if (!write_) return;
    bool first = false;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() >= waiting_max_) {
            ++dropped_;
            return;
        }
        first = waiting_.empty();
        waiting_.push_back(std::move(entry));
    }
    if (first) changed_.notify_one();
}

std::uint64_t AccessLog::dropped() const {
    const std::lock_guard lock(mutex_);
    return dropped_;
}

void AccessLog::write(const AccessEntry& line) noexcept {
    try {
        write_(line);
    } catch (...) {
        const std::lock_guard lock(mutex_);
        ++dropped_;  // a log that cannot be written ends no server
    }
}

void AccessLog::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        std::deque<AccessEntry> lines;
        lines.swap(waiting_);
        lock.unlock();
        for (const AccessEntry& line : lines) write(line);
        lock.lock();
    }
}

}  // namespace linli::web
