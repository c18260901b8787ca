// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "console/console.h"

namespace linli::console {

/// A thread that follows the hall, whoever changes it, and tells the browsers: "hall" at each change, "beat" every two
/// seconds, and "session" to those that were locked or have ended. It also keeps the book about who is signed in: locks
/// what has been idle, writes down now and then who was there, ends what is too old.
class HallWatch {
public:
    /// `hourly` is called every hour in the watch's thread; may be none.
    HallWatch(Console& console, std::filesystem::path database, const Clock& clock, std::function<void()> hourly = {});
    ~HallWatch();
    HallWatch(const HallWatch&) = delete;
    HallWatch& operator=(const HallWatch&) = delete;

    /// Begins; until then nothing is told.
    void start();
    /// Ends its thread; it may still be poked.
    void stop();
    /// Look now.
    void poke();

private:
    void run();
    bool wait();
    void look();
    void publish_hall();
    /// It has told of the hall just now, and waits a little before it tells again.
    bool is_resting() const;
    void publish_front();
    void beat();
    void mind_sessions();
    void read_sessions();
    void tell_locked(const std::vector<std::string>& keys);
    void tell_ended(const std::vector<std::string>& keys);

    Console& console_;
    const Clock& clock_;
    const std::function<void()> hourly_;
    KeptHall hall_;
    std::optional<std::int64_t> seen_mark_;
    std::string mark_;
    /// Of the processor's time, which no hall's clock sets.
    std::chrono::steady_clock::time_point rests_until_;
    std::int64_t published_boot_ms_ = 0, beat_boot_ms_ = 0;
    std::int64_t sessions_boot_ms_ = 0, noted_boot_ms_ = 0, hour_boot_ms_ = 0;
    bool sessions_read_ = false;

    std::mutex mutex_;
    std::condition_variable woken_;
    bool poked_ = false, stopping_ = false;
    std::thread thread_;
};

}  // namespace linli::console
