// SPDX-License-Identifier: Apache-2.0
#include "district/feed_waiters.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "district/boxes/feed.h"
#include "district/district.h"
#include "district/store/commands.h"

namespace linli::district {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds look_every{1};
constexpr std::size_t waiting_max = 2'000;  // as many as the server has connections

void answer_nothing(const FeedWaiters::Waiting& one) { one.answer.give(answer(sync::written(one.nothing))); }

}  // namespace

FeedWaiters::FeedWaiters(ConnectionPool& pool) : pool_(pool), thread_([this] { watch(); }) {}

FeedWaiters::~FeedWaiters() {
    stop();
    thread_.join();
}

void FeedWaiters::add(Waiting waiting) {
    {
        const std::lock_guard lock(mutex_);
        if (!stopping_ && waiting_.size() + looked_at_ < waiting_max) {
            waiting_.push_back(std::move(waiting));
            changed_.notify_all();
            return;
        }
    }
    answer_nothing(waiting);
}

std::size_t FeedWaiters::count() const {
    const std::lock_guard lock(mutex_);
    return waiting_.size() + looked_at_;
}

void FeedWaiters::stop() {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
}

void FeedWaiters::watch() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (changed_.wait_for(lock, look_every, [this] { return stopping_; })) break;
        std::vector<Waiting> mine = std::exchange(waiting_, {});
        looked_at_ = mine.size();
        lock.unlock();
        mine = look(std::move(mine));
        lock.lock();
        looked_at_ = 0;
        std::ranges::move(mine, std::back_inserter(waiting_));
    }
    const std::vector<Waiting> left = std::exchange(waiting_, {});
    lock.unlock();
    std::ranges::for_each(left, answer_nothing);
}

std::vector<FeedWaiters::Waiting> FeedWaiters::look(std::vector<Waiting> waiting) {
    std::vector<Waiting> left;
    const auto looked = pool_.with([&](Connection& connection) -> Status {
        LINLI_TRY_ASSIGN(const auto positions, newest_positions(connection));
        for (Waiting& one : waiting) {
            const auto found = positions.find(one.hall_id);
            if (found != positions.end() && found->second == one.newest)
                left.push_back(std::move(one));
            else
                one.answer.give(answer_of(read_feed(connection, one.hall_id, one.cursor)));
        }
        return {};
    });
    // A database that is away for a while is no reason to call all boxes back at once.
    if (!looked || !*looked) left = std::move(waiting);
    const auto over = [now = Clock::now()](const Waiting& one) { return one.until - now < look_every; };
    for (const Waiting& one : left)
        if (over(one)) answer_nothing(one);
    std::erase_if(left, over);
    return left;
}

}  // namespace linli::district
